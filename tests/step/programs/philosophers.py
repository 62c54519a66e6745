"""Philosophers, a fork to the left and one to the right of each."""
import sys
from multiprocessing import Lock, Process


def eat(left, right):
    with left:
        with right:
            pass


if __name__ == "__main__":
    count = int(sys.argv[1])
    forks = [Lock() for _ in range(count)]
    processes = [Process(target=eat, args=(forks[n], forks[(n + 1) % count])) for n in range(count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("ok")
