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
    began = time.monotonic()
    q.put(b"x" * SIZE)
    print(time.monotonic() - began < 1)
    while q.empty():
        time.sleep(0.001)
    p = Process(target=put_small, args=(q,))
    p.start()
    p.join(0.3)
    print(p.is_alive(), q.qsize(), q._wlock)
    print(len(q.get()), q.get())
    p.join()
# expect: True
# expect: True 2 <Lock(owner=SomeOtherThread)>
# expect: 5000000 small
