"""SimpleQueue, one producer process, the parent consumes small ints: items a second."""
import time
from multiprocessing import Process, SimpleQueue

ITEMS = 100_000


def produce(queue, ready):
    ready.put(None)
    for i in range(ITEMS):
        queue.put(i % 100)


if __name__ == "__main__":
    queue, ready = SimpleQueue(), SimpleQueue()
    producer = Process(target=produce, args=(queue, ready))
    producer.start()
    ready.get()
    start = time.perf_counter()
    for i in range(ITEMS):
        queue.get()
    seconds = time.perf_counter() - start
    producer.join()
    print(ITEMS / seconds)
