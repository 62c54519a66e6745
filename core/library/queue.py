"""Queues between the threads of one process."""

from collections import deque
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic


class Empty(Exception):
    __module__ = "_queue"


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            if unfinished == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full.wait()
                elif timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                else:
                    end = monotonic() + timeout
                    while self._qsize() >= self.maxsize:
                        remaining = end - monotonic()
                        if remaining <= 0.0:
                            raise Full
                        self.not_full.wait(remaining)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if not block:
                if not self._qsize():
                    raise Empty
            elif timeout is None:
                while not self._qsize():
                    self.not_empty.wait()
            elif timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            else:
                end = monotonic() + timeout
                while not self._qsize():
                    remaining = end - monotonic()
                    if remaining <= 0.0:
                        raise Empty
                    self.not_empty.wait(remaining)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    # What a subclass may replace.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    """A heap: the smallest first."""

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class SimpleQueue:
    """Without a limit and without tasks. No lock is held while items come and go: a put() may interrupt any other call, in a
    signal handler or a __del__. Whoever waits does so for a lock of its own."""

    __module__ = "_queue"

    def __init__(self):
        self._items = deque()
        self._waiting = deque()

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        self._wake()

    def _wake(self):
        try:
            lock = self._waiting.popleft()
        except IndexError:
            return
        lock.release()

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None if timeout is None else monotonic() + timeout
        while True:
            try:
                item = self._items.popleft()
            except IndexError:
                remaining = None if end is None else end - monotonic()
                if not block or remaining is not None and remaining <= 0:
                    raise Empty from None
                self._wait(-1 if remaining is None else remaining)
                continue
            # Who was woken for this one may have found another, or have given up.
            if self._items:
                self._wake()
            return item

    def _wait(self, remaining):
        lock = Lock()
        lock.acquire()
        self._waiting.append(lock)
        try:
            if not self._items:
                lock.acquire(True, remaining)
        except BaseException:
            self._end_wait(lock)
            if self._items:
                self._wake()
            raise
        self._end_wait(lock)

    def _end_wait(self, lock):
        try:
            self._waiting.remove(lock)
        except ValueError:  # it was woken
            pass

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)


# Pickles of an Empty name this module, so it must be there.
import _queue
