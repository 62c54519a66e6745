# SimpleQueue writes at once, under its lock: in either order.
# outcome: ok "1 2\n"
# outcome: ok "2 1\n"
from multiprocessing import Process, SimpleQueue


def produce(q, item):
    q.put(item)


if __name__ == "__main__":
    q = SimpleQueue()
    a = Process(target=produce, args=(q, 1))
    b = Process(target=produce, args=(q, 2))
    a.start()
    b.start()
    print(q.get(), q.get())
    a.join()
    b.join()
