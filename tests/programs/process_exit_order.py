# The order at the end of the main process: daemons are terminated, then the other children waited for, then the feeders.
# shows: checklist 8, T19
import atexit
import os
import time
from multiprocessing import Event, Process, Queue


def daemon(started):
    started.set()
    try:
        time.sleep(60)
    finally:
        print("a daemon does not come to its end")


def last(q, told):
    # the daemon has been ended before main waits for this one
    told.wait()
    print("child:", len(q.get()), q.get(), flush=True)


def tell(told):
    print("registered later, runs earlier", flush=True)
    told.set()


if __name__ == "__main__":
    q, started, told = Queue(), Event(), Event()
    Process(target=daemon, args=(started,), daemon=True).start()
    Process(target=last, args=(q, told)).start()
    started.wait()
    q.put(b"x" * 300000)
    q.put("flushed at the end")
    atexit.register(tell, told)
    print("main ends", flush=True)
# expect: main ends
# expect: registered later, runs earlier
# expect: child: 300000 flushed at the end
