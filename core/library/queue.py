"""Queues between the threads of one process."""

from threading import Condition, Lock
from time import monotonic


class Empty(Exception):
    pass


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

    # What a subclass may replace. The oldest items are at `_head`; the list is cut when half of it is used up, so that
    # a get costs the same however long the queue is.

    def _init(self, maxsize):
        self._items = []
        self._head = 0

    def _qsize(self):
        return len(self._items) - self._head

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        item = self._items[self._head]
        self._items[self._head] = None
        self._head += 1
        if self._head > 64 and self._head * 2 > len(self._items):
            del self._items[: self._head]
            self._head = 0
        return item


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._items = []

    def _qsize(self):
        return len(self._items)

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._items = []

    def _qsize(self):
        return len(self._items)

    def _put(self, item):
        items = self._items
        at = len(items)
        items.append(item)
        while at > 0:
            parent = (at - 1) // 2
            if not item < items[parent]:
                break
            items[at] = items[parent]
            at = parent
        items[at] = item

    def _get(self):
        items = self._items
        last = items.pop()
        if not items:
            return last
        smallest = items[0]
        at = 0
        while True:
            child = 2 * at + 1
            if child >= len(items):
                break
            if child + 1 < len(items) and not items[child] < items[child + 1]:
                child += 1
            if not items[child] < last:
                break
            items[at] = items[child]
            at = child
        items[at] = last
        return smallest


class SimpleQueue:
    def __init__(self):
        self._queue = Queue()

    def put(self, item, block=True, timeout=None):
        self._queue.put(item)

    def get(self, block=True, timeout=None):
        return self._queue.get(block, timeout)

    def put_nowait(self, item):
        self._queue.put(item)

    def get_nowait(self):
        return self._queue.get(False)

    def empty(self):
        return self._queue.empty()

    def qsize(self):
        return self._queue.qsize()
