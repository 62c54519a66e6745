# An exception in a thread ends that thread only.
# error: Exception in thread Thread-1 (fail):
# error: ValueError: in the thread
import threading


def fail():
    raise ValueError("in the thread")


t = threading.Thread(target=fail)
t.start()
t.join()
print("the program goes on", t.is_alive())
# expect: the program goes on False
