# A built-in function that is found on a class is no method, also where it could as well be written in Python.
import _thread
import bisect
import copy
import heapq
import operator
import time


def shout(self, text):
    return text.upper()


class Box:
    shout = shout
    opened = open
    push = heapq.heappush
    less = operator.lt
    place = bisect.bisect
    size = len
    now = time.time
    copied = copy.copy  # in Python in CPython, too

    def __init__(self):
        self.heap = []
        self.push(self.heap, 2)
        self.push(self.heap, 1)


class Inner(Box):
    def push(self, heap, item):
        return super().push(heap, -item)


box = Box()
print(box.heap, box.less(1, 2), box.place([1, 3], 2), box.size('abc'), box.now() > 0, box.shout('hi'))
# expect: [1, 2] True 1 3 True HI
print(box.opened, Box.push, Inner().heap, type(box.copied()) is Box)
# expect: <built-in function open> <built-in function heappush> [-2, -1] True
with box.opened('/dev/null') as file:
    print(file.read() == '')
# expect: True
lock = _thread.RLock()
print(lock.acquire(), lock.acquire(), type(lock) is _thread.RLock)
# expect: True True True
