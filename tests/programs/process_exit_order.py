# The end of a main process: its threads, then the finalizers from priority 0 up, daemons, other children, the other finalizers.
# shows: T19
# timeout: 30
import threading
import time
from multiprocessing import Event, Process, util


def daemon():
    try:
        time.sleep(60)
    finally:
        print("never printed: a signal ends it", flush=True)


def child(event):
    event.wait()
    print("child", flush=True)


def late_thread(event):
    time.sleep(0.1)
    print("thread", flush=True)
    event.set()


if __name__ == "__main__":
    event = Event()
    util.Finalize(None, print, args=("finalizer 0",), kwargs={"flush": True}, exitpriority=0)
    util.Finalize(None, print, args=("finalizer 10",), kwargs={"flush": True}, exitpriority=10)
    util.Finalize(None, event.set, exitpriority=-1)
    util.Finalize(None, print, args=("finalizer -5",), kwargs={"flush": True}, exitpriority=-5)
    Process(target=daemon, daemon=True).start()
    Process(target=child, args=(event,)).start()
    util.Finalize(None, event.set, exitpriority=1)
    threading.Thread(target=late_thread, args=(Event(),)).start()
    print("main ends", flush=True)
# expect: main ends
# expect: thread
# expect: finalizer 10
# expect: finalizer 0
# expect: child
# expect: finalizer -5
