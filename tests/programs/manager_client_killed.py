# A client that is killed while it waits in get(): its thread in the server waits on, takes the next item and has nobody to
# give it to.
# shows: T26
# timeout: 30
import time
from multiprocessing import Event, Manager, Process


def waiting(q, event):
    q.empty()
    event.set()
    q.get()


if __name__ == "__main__":
    with Manager() as m:
        q, event = m.Queue(), Event()
        p = Process(target=waiting, args=(q, event))
        p.start()
        event.wait()
        time.sleep(0.3)
        p.kill()
        p.join()
        q.put("A")
        q.put("B")
        print(q.get(timeout=10), q.empty())
# expect: B True
