# The program waits for its threads, except daemons; a thread that _thread started is a dummy.
import _thread
import atexit
import threading
import time

seen = threading.Event()


def dummy():
    thread = threading.current_thread()
    print(thread.name.split("-")[0], thread.daemon, type(thread).__name__)
    seen.set()


def late():
    while threading.main_thread().is_alive():
        time.sleep(0.01)
    print("late, but waited for:", threading.main_thread().is_alive())


atexit.register(print, "at exit")
_thread.start_new_thread(dummy, ())
seen.wait()
threading.Thread(target=late).start()
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
print("main has ended", [thread.name for thread in threading.enumerate() if not thread.daemon])
# expect: Dummy True _DummyThread
# expect: main has ended ['MainThread', 'Thread-2 (late)']
# expect: late, but waited for: False
# expect: at exit
