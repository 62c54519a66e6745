# One item, two consumers that do not wait. The feeder may write it after both have looked: 0 0. It is there: whoever takes the read
# lock first gets it; the other finds the lock taken or the pipe empty, both are Empty. Two cannot get one item: no 1 1.
# outcome: ok "0 0\n"
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
    a = Process(target=take, args=(q, got, 0))
    b = Process(target=take, args=(q, got, 1))
    a.start()
    b.start()
    a.join()
    b.join()
    print(got[0], got[1])
