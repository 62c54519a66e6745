# The end of the program waits for threads that are no daemons, then for what atexit was told.
import atexit
import threading
import time


def late():
    while threading.main_thread().is_alive():
        time.sleep(0.01)
    print("the thread ends")


atexit.register(print, "then atexit")
threading.Thread(target=late).start()
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
print("the main thread ends")
# expect: the main thread ends
# expect: the thread ends
# expect: then atexit
