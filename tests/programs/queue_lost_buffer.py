# A process that ends without its feeder takes its items with it: qsize() goes on counting them, and nothing ever comes.
# shows: T4
import os
from multiprocessing import Process, Queue
from queue import Empty


def put_and_vanish(q):
    q.put("lost")
    os._exit(0)


if __name__ == "__main__":
    q = Queue(5)
    q._wlock.acquire()  # keeps the child's feeder from being in time
    p = Process(target=put_and_vanish, args=(q,))
    p.start()
    p.join()
    q._wlock.release()
    print(p.exitcode, q.qsize(), q.empty())
    try:
        q.get(timeout=0.1)
    except Empty:
        print("Empty", q.qsize())
# expect: 0 1 True
# expect: Empty 1
