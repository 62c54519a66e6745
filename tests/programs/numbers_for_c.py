"""Numbers that are too large for what the system's functions take, and what functions in C look like."""
import functools
import heapq
import os
import signal
import sys


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: sys.setrecursionlimit(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: sys._getframe(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: sys._getframe(1000))  # expect: ValueError: call stack is not deep enough
show(lambda: os.strerror(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: signal.signal(2 ** 40, print))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: signal.signal("x", print))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: signal.signal([], print))  # expect: TypeError: 'list' object cannot be interpreted as an integer
show(lambda: signal.getsignal(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: signal.strsignal(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: signal.alarm(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: signal.alarm("x"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: signal.raise_signal(2 ** 40))  # expect: OverflowError: Python int too large to convert to C int
show(lambda: os.getenv(5))  # expect: TypeError: str expected, not int
print(functools.reduce, heapq.heappush, os.getpid, signal.getsignal(signal.SIGINT))
# expect: <built-in function reduce> <built-in function heappush> <built-in function getpid> <built-in function default_int_handler>
