# sys.unraisablehook: told of errors that can go nowhere: of __del__, of a callback of a weak reference, of a thread of _thread,
# of atexit.
import _thread
import atexit
import sys
import threading
import weakref


class Failing:
    def __del__(self):
        raise ValueError("in __del__")


def told(arguments):
    name = getattr(arguments.object, "__name__", None)
    print(arguments.exc_type.__name__, arguments.exc_value, arguments.err_msg, name, arguments.exc_traceback is not None)


def fail(*given):
    raise KeyError("from a callback")


print(sys.unraisablehook is sys.__unraisablehook__)
sys.unraisablehook = told
Failing()
target = type("Target", (), {})()
kept = weakref.ref(target, fail)
del target

done = threading.Event()


def in_thread():
    try:
        raise OSError("in a thread")
    finally:
        done.set()


_thread.start_new_thread(in_thread, ())
done.wait()
while _thread._count() > 0:
    pass


def broken(arguments):
    raise TypeError("the hook fails")


sys.unraisablehook = broken
Failing()
sys.unraisablehook = sys.__unraisablehook__
Failing()
sys.unraisablehook = told
atexit.register(fail)
# error: Exception ignored in sys.unraisablehook: <function broken at
# error: TypeError: the hook fails
# error: Exception ignored in: <function Failing.__del__ at
# error: ValueError: in __del__
# expect: True
# expect: ValueError in __del__ None __del__ True
# expect: KeyError 'from a callback' None fail True
# expect: OSError in a thread Exception ignored in thread started by in_thread True
# expect: KeyError 'from a callback' Exception ignored in atexit callback fail True
