# As with two consumers, but main polls until the item is in the pipe: a circle of states, left when the feeder has written. Whoever
# takes the read lock first sees the item, for nobody else could have taken it: exactly one gets it.
# outcome: ok "0 1\n"
# outcome: ok "1 0\n"
from multiprocessing import Process, Queue, RawArray
from queue import Empty


def take(q, got, i):
    try:
        q.get_nowait()
        got[i] = 1
    except Empty:
        pass


if __name__ == "__main__":
    q = Queue()
    got = RawArray("i", 2)
    q.put("item")
    while q.empty():
        pass
    a = Process(target=take, args=(q, got, 0))
    b = Process(target=take, args=(q, got, 1))
    a.start()
    b.start()
    a.join()
    b.join()
    print(got[0], got[1])
