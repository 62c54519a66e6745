# A producer that is killed in the middle of a large item leaves half a message and the writer lock taken: nobody's items get
# through any more.
# shows: T12, T7, checklist 12
import time
from multiprocessing import Process, Queue


def put(q):
    q.put(b"x" * 1_000_000)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=put, args=(q,))
    p.start()
    while q.empty():
        time.sleep(0.005)
    p.kill()
    p.join()
    print(q._wlock.acquire(timeout=0.1), q.empty(), q.qsize())
    reader = Process(target=q.get)
    reader.start()
    reader.join(0.3)
    print(reader.is_alive())
    reader.kill()
    reader.join()
# expect: False False 1
# expect: True
