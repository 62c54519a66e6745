# A consumer that is killed while it waits in get() keeps the reader lock for ever: the queue cannot be read any more.
# shows: T12, checklist 12
from multiprocessing import Process, Queue
from queue import Empty
import time


def get(q):
    q.get()


if __name__ == "__main__":
    q = Queue()
    p = Process(target=get, args=(q,))
    p.start()
    while repr(q._rlock) != "<Lock(owner=SomeOtherProcess)>":
        time.sleep(0.005)
    p.kill()
    p.join()
    q.put("unreachable")
    while q.empty():
        time.sleep(0.001)
    try:
        q.get(timeout=0.1)
    except Empty:
        print("Empty", q.empty(), q.qsize(), q._rlock)
# expect: Empty False 1 <Lock(owner=SomeOtherProcess)>
