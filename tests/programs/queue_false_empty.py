# get_nowait() and get(timeout) raise Empty although the pipe has items, as long as somebody else has the reader lock.
# shows: T2, checklist 5
import time
from multiprocessing import Event, Process, Queue
from queue import Empty


def hold(q, held, release):
    with q._rlock:
        held.set()
        release.wait()


if __name__ == "__main__":
    q, held, release = Queue(), Event(), Event()
    q.put("there")
    while q.empty():
        time.sleep(0.001)
    p = Process(target=hold, args=(q, held, release))
    p.start()
    held.wait()
    for get in (q.get_nowait, lambda: q.get(timeout=0.05), lambda: q.get(False)):
        try:
            print(get())
        except Empty:
            print("Empty", q.empty(), q.qsize())
    release.set()
    p.join()
    print(q.get_nowait())
# expect: Empty False 1
# expect: Empty False 1
# expect: Empty False 1
# expect: there
