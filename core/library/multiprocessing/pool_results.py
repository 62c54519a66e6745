"""What a pool's calls return: results that the pool's result thread fills. Shown as part of multiprocessing.pool."""

import collections
import itertools
import threading
from .context import TimeoutError

# what is defined from here on says that it is of that module
__name__ = "multiprocessing.pool"

job_counter = itertools.count()


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(job_counter)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        else:
            raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        self._report()
        self._event.set()
        del self._cache[self._job]
        self._pool = None

    def _report(self):
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """Ready when every chunk has come; the first failed one to come is what it failed with."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if self._success:
            if success and self._chunksize == 1:
                self._value[i] = result[0]
            elif success:
                self._value[i * self._chunksize : (i + 1) * self._chunksize] = result
            else:
                self._success = False
                self._value = result
        if self._number_left == 0:
            self._report()
            del self._cache[self._job]
            self._event.set()
            self._pool = None


class IMapIterator:
    """Results in the order of their tasks, each as soon as it and those before it have come."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(job_counter)
        self._cache = pool._cache
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                self._stop_at_end()
                self._cond.wait(timeout)
                if not self._items:
                    self._stop_at_end()
                    raise TimeoutError
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _stop_at_end(self):
        if self._index == self._length:
            self._pool = None
            raise StopIteration

    def _set(self, i, obj):
        with self._cond:
            if self._index == i:
                self._items.append(obj)
                self._index += 1
                while self._index in self._unsorted:
                    self._items.append(self._unsorted.pop(self._index))
                    self._index += 1
                self._cond.notify()
            else:
                self._unsorted[i] = obj
            self._forget_when_complete()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == self._length:
                self._cond.notify()
            self._forget_when_complete()

    def _forget_when_complete(self):
        if self._index == self._length:
            del self._cache[self._job]
            self._pool = None


class IMapUnorderedIterator(IMapIterator):
    """Results in the order in which they come."""

    def _set(self, i, obj):
        with self._cond:
            self._items.append(obj)
            self._index += 1
            self._cond.notify()
            self._forget_when_complete()
