# Both take a first. Whoever has a is the only one that asks for b: it gets it, gives both back, and the other follows.
# outcome: ok "done\n"
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    one = Process(target=work, args=(a, b))
    other = Process(target=work, args=(a, b))
    one.start()
    other.start()
    one.join()
    other.join()
    print("done")
