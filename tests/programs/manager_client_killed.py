# A client that is killed while it waits in get(): its thread in the server waits on, takes the next item and has nobody to
# give it to.
# shows: T26
import time
from multiprocessing import Event, Manager, Process


def waiting(q, event):
    q.empty()
    # what q.get() sends; the answer is never read
    q._tls.connection.send((q._id, "get", (), {}))
    event.set()
    time.sleep(60)


if __name__ == "__main__":
    with Manager() as m:
        q, event = m.Queue(), Event()
        p = Process(target=waiting, args=(q, event))
        p.start()
        event.wait()
        p.kill()
        p.join()
        q.put("A")
        while not q.empty():
            time.sleep(0.01)
        q.put("B")
        print(q.get(timeout=100), q.empty())
# expect: B True
