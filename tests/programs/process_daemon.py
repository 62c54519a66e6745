# A daemon may have no children, and is ended when its parent ends.
# shows: T19
# arguments: --start-method spawn
import time
from multiprocessing import Process, Queue


def daemon(q):
    try:
        Process(target=print).start()
    except AssertionError as error:
        q.put(str(error))
    time.sleep(60)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=daemon, args=(q,), daemon=True)
    p.start()
    print(q.get())
    print(p.daemon, p.is_alive())
# expect: daemonic processes are not allowed to have children
# expect: True True
