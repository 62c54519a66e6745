# put() of something large returns at once, but its feeder holds the writer lock until all is through: what another process puts
# meanwhile comes later, however small.
# shows: T6
import time
from multiprocessing import Process, Queue

SIZE = 5_000_000


def put_small(q):
    q.put("small")


if __name__ == "__main__":
    q = Queue()
    q.put(b"x" * SIZE)
    print("returned, and nobody has read anything")
    while q.empty():
        time.sleep(0.001)
    p = Process(target=put_small, args=(q,))
    p.start()
    while q.qsize() < 2:
        time.sleep(0.001)
    p.join(0.3)
    print(p.is_alive(), q.qsize(), q._wlock)
    print(len(q.get()), q.get())
    p.join()
# expect: returned, and nobody has read anything
# expect: True 2 <Lock(owner=SomeOtherThread)>
# expect: 5000000 small
