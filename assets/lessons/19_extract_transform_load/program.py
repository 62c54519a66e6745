from multiprocessing import Process, Queue
from threading import Thread
import queue
import time

ITEMS = 60  # knob 1..500
FETCHERS = 4  # knob 1..16
TRANSFORMERS = 2  # knob 1..8
FETCH_SECONDS = 0.02  # knob 0.0..0.2
PRIMES_BELOW = 16000  # knob 10..50000
LOAD_SECONDS = 0.002  # knob 0.0..0.1


def fetch(wanted, fetched):
    while True:
        number = wanted.get()
        if number is None:
            break
        time.sleep(FETCH_SECONDS)
        fetched.put(number)


def primes(below):
    count = 0
    for number in range(2, below):
        divisor = 2
        while divisor * divisor <= number and number % divisor != 0:
            divisor += 1
        if divisor * divisor > number:
            count += 1
    return count


def transform(fetched, ready):
    while True:
        number = fetched.get()
        if number is None:
            break
        ready.put((number, primes(PRIMES_BELOW)))


def load(ready, fetched):
    numbers = []
    waiting = {"transform": 0, "load": 0}
    while len(numbers) < ITEMS:
        number, count = ready.get()
        time.sleep(LOAD_SECONDS)
        numbers.append(number)
        waiting["transform"] += fetched.qsize()
        waiting["load"] += ready.qsize()
    return numbers, waiting


def main():
    wanted, fetched, ready = queue.Queue(), Queue(), Queue()
    processes = [Process(target=transform, args=(fetched, ready)) for number in range(TRANSFORMERS)]
    threads = [Thread(target=fetch, args=(wanted, fetched)) for number in range(FETCHERS)]
    for worker in processes + threads:
        worker.start()
    start = time.perf_counter()
    for number in range(ITEMS):
        wanted.put(number)
    numbers, waiting = load(ready, fetched)
    seconds = time.perf_counter() - start
    for thread in threads:
        wanted.put(None)
    for process in processes:
        fetched.put(None)
    for worker in threads + processes:
        worker.join()
    print("every item came once:", sorted(numbers) == list(range(ITEMS)))
    for stage in waiting:
        print("items waiting for", stage + ", on average:", round(waiting[stage] / ITEMS, 1))
    print("items a second:", round(ITEMS / seconds))


if __name__ == "__main__":
    main()
