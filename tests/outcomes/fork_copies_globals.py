# The child adds to its own copy of the list: main's stays empty whoever is faster.
# outcome: ok "[]\n"
from multiprocessing import Process

seen = []


def work():
    seen.append(1)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    print(seen)
