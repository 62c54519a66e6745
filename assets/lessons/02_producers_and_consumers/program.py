from multiprocessing import Process, Queue
from queue import Empty
import time

ITEMS_PER_SECOND = 200  # knob 1..5000
BYTES_PER_ITEM = 100  # knob 1..200000
CONSUMERS = 2  # knob 1..6
MAXSIZE = 10  # knob 0..100
THINK_TIME = 0.005  # knob 0.0..0.1
SECONDS = 20  # knob 1..600


def produce(q, end):
    while time.time() < end:
        q.put("x" * BYTES_PER_ITEM)
        time.sleep(1 / ITEMS_PER_SECOND)


def consume(q, number, end):
    while number < CONSUMERS and time.time() < end:
        try:
            q.get(timeout=0.2)
        except Empty:
            continue
        time.sleep(THINK_TIME)


def main():
    end = time.time() + SECONDS
    q = Queue(MAXSIZE)
    producer = Process(target=produce, args=(q, end), name="Producer", daemon=True)
    producer.start()
    consumers = []
    while time.time() < end:
        while len(consumers) < CONSUMERS:
            number = len(consumers)
            consumer = Process(target=consume, args=(q, number, end), name=f"Consumer-{number + 1}", daemon=True)
            consumer.start()
            consumers.append(consumer)
        while consumers and not consumers[-1].is_alive():
            consumers.pop()
        time.sleep(0.05)


if __name__ == "__main__":
    main()
