# Until 3.12 a child runs its finalizers straight after run(), then waits for its threads; what it registered with atexit is
# forgotten in a forked child.
# shows: T23
import atexit
import threading
import time
from multiprocessing import get_context, util


def late():
    time.sleep(0.1)
    print("thread", flush=True)


def work():
    util.Finalize(None, print, args=("finalizer",), kwargs={"flush": True}, exitpriority=5)
    atexit.register(print, "atexit", flush=True)
    threading.Thread(target=late).start()
    print("run ends", flush=True)


if __name__ == "__main__":
    for method in ("fork", "spawn"):
        p = get_context(method).Process(target=work)
        p.start()
        p.join()
        print(p.exitcode, flush=True)
# expect: run ends
# expect: finalizer
# expect: thread
# expect: 0
# expect: run ends
# expect: finalizer
# expect: thread
# expect: atexit
# expect: 0
