# The end of the program waits for threads that are no daemons, then for what atexit was told.
import atexit
import threading
import time


def late():
    time.sleep(0.05)
    print("the thread ends")


atexit.register(print, "then atexit")
threading.Thread(target=late).start()
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
print("the main thread ends")
# expect: the main thread ends
# expect: the thread ends
# expect: then atexit
