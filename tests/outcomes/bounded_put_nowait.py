# One slot, nobody gets: the first put_nowait() takes it, the other meets Full.
# outcome: ok "0 1\n"
# outcome: ok "1 0\n"
from multiprocessing import Process, Queue, RawArray
from queue import Full


def produce(q, done, i):
    try:
        q.put_nowait(i)
        done[i] = 1
    except Full:
        pass


if __name__ == "__main__":
    q = Queue(1)
    done = RawArray("i", 2)
    a = Process(target=produce, args=(q, done, 0))
    b = Process(target=produce, args=(q, done, 1))
    a.start()
    b.start()
    a.join()
    b.join()
    print(done[0], done[1])
