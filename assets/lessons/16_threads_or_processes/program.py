from multiprocessing import Process
from threading import Thread
import time

WORKERS = 2  # knob 1..8
TASKS = 12  # knob 1..100
PRIMES_BELOW = 6000  # knob 100..50000


def work(item):
    primes = 0
    for number in range(2, PRIMES_BELOW):
        divisor = 2
        while divisor * divisor <= number and number % divisor != 0:
            divisor += 1
        if divisor * divisor > number:
            primes += 1
    return primes


def share(first):
    for item in range(first, TASKS, WORKERS):
        work(item)


def seconds_with(kind):
    workers = [kind(target=share, args=(number,)) for number in range(WORKERS)]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - start


if __name__ == "__main__":
    start = time.perf_counter()
    for item in range(TASKS):
        work(item)
    alone = time.perf_counter() - start
    for kind in (Thread, Process):
        seconds = seconds_with(kind)
        print(kind.__name__, "helped:", seconds < 0.75 * alone, "-", round(alone / seconds, 2), "times as fast")
