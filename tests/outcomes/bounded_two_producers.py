# One slot, two producers, one consumer. The second put() waits until main has got the first item; which producer takes the
# slot first is open.
# outcome: ok "1 2\n"
# outcome: ok "2 1\n"
from multiprocessing import Process, Queue


def produce(q, item):
    q.put(item)


if __name__ == "__main__":
    q = Queue(1)
    a = Process(target=produce, args=(q, 1))
    b = Process(target=produce, args=(q, 2))
    a.start()
    b.start()
    print(q.get(), q.get())
    a.join()
    b.join()
