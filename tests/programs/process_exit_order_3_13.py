# Since 3.13 a child waits for its threads first, then runs what was registered with atexit, the last first: its own functions,
# then the library's, which runs the finalizers. What a forked child prints there without a flush is lost.
# shows: T23
# arguments: --python-version 3.13
# arguments: --python-version 3.14 --start-method fork
# python: no (imitated)
import atexit
import threading
import time
from multiprocessing import get_context, util


def late(told):
    told.wait()
    time.sleep(0.1)
    print("thread", flush=True)


def work():
    util.Finalize(None, print, args=("lost: the output was flushed before",), exitpriority=-5)
    util.Finalize(None, print, args=("finalizer",), kwargs={"flush": True}, exitpriority=5)
    atexit.register(print, "atexit", flush=True)
    told = threading.Event()
    threading.Thread(target=late, args=(told,)).start()
    print("run ends", flush=True)
    told.set()


if __name__ == "__main__":
    p = get_context("fork").Process(target=work)
    p.start()
    p.join()
    print(p.exitcode, flush=True)
# expect: run ends
# expect: thread
# expect: atexit
# expect: finalizer
# expect: 0
