"""Two processes take two locks, in the same or in opposite order."""
import sys
from multiprocessing import Lock, Process


def take(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    others = (b, a) if sys.argv[1] == "opposite" else (a, b)
    process = Process(target=take, args=others)
    process.start()
    take(a, b)
    process.join()
    print("ok")
