from multiprocessing import Process, Queue
import time

ITEMS = 100000


def produce(q):
    for number in range(ITEMS):
        q.put(number)


if __name__ == "__main__":
    q = Queue()
    producer = Process(target=produce, args=(q,))
    begin = time.perf_counter()
    producer.start()
    for number in range(ITEMS):
        q.get()
    print(ITEMS / (time.perf_counter() - begin))
    producer.join()
