# Until 3.12 a child runs its finalizers straight after run(), then waits for its threads; what it registered with atexit is
# forgotten in a forked child.
# shows: T23
import atexit
import threading
from multiprocessing import get_context, util


def late(finalized):
    finalized.wait()
    print("thread", flush=True)


def finalize(finalized):
    print("finalizer", flush=True)
    finalized.set()


def work():
    finalized = threading.Event()
    util.Finalize(None, finalize, args=(finalized,), exitpriority=5)
    atexit.register(print, "atexit", flush=True)
    threading.Thread(target=late, args=(finalized,)).start()
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
