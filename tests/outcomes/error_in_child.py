# An exception ends the child with 1, main goes on.
# outcome: error "1\n" Process-1=1
from multiprocessing import Process


def work():
    raise ValueError("no")


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    print(child.exitcode)
