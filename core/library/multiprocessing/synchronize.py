"""Locks between processes: each is one named semaphore of the system, seen through a SemLock."""

import threading
import _ctypes
import _forkscope
import _multiprocessing
import _personality
from time import monotonic
from . import context
from . import process
from . import util

RECURSIVE_MUTEX = 0
SEMAPHORE = 1
SEM_VALUE_MAX = _multiprocessing.SEM_VALUE_MAX
_ATTEMPTS = 100
_INT_SIZE = 4
_BARRIER_SIZE = 2 * _INT_SIZE


def _new_semaphore(kind, value, maxvalue):
    for _ in range(_ATTEMPTS):
        name = _forkscope.semaphore_name()
        try:
            return name, _multiprocessing.new_semaphore(kind, value, maxvalue, name)
        except FileExistsError:
            pass
    raise FileExistsError("cannot find name for semaphore")


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx):
        if ctx is None:
            ctx = context._default_context.get_context()
        self._is_fork_ctx = ctx.get_start_method() == "fork"
        name, self._semlock = _new_semaphore(kind, value, maxvalue)
        util.debug("created semlock with handle %s", self._semlock._object())
        if self._is_fork_ctx:
            # nameless from now on: it lives as long as a process has it open
            _multiprocessing.sem_unlink(name)
        else:
            if _personality.HAS_RESOURCE_TRACKER:
                from .resource_tracker import register

                register(name, "semaphore")
            util.Finalize(self, SemLock._cleanup, (name,), exitpriority=0)
        self._bind()

    @staticmethod
    def _cleanup(name):
        _multiprocessing.sem_unlink(name)
        if _personality.HAS_RESOURCE_TRACKER:
            from .resource_tracker import unregister

            unregister(name, "semaphore")

    def _bind(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release
        self._enter = self._semlock.__enter__
        self._leave = self._semlock.__exit__
        self._trace_object = self._semlock._object()

    def __enter__(self):
        enter = self._enter
        return enter()

    def __exit__(self, *details):
        leave = self._leave
        return leave()

    def __getstate__(self):
        context.assert_spawning(self)
        if self._is_fork_ctx:
            raise RuntimeError(
                "A SemLock created in a fork context is being shared with a process in a spawn context. "
                "This is not supported. Please use the same context to create multiprocessing objects and Process."
            )
        return self._semlock._state()

    def __setstate__(self, state):
        self._is_fork_ctx = False
        self._semlock = _multiprocessing.open_semaphore(*state)
        util.debug("recreated blocker with handle %r", self._semlock._object())
        self._bind()

    def _owner(self):
        """Who has it, and how many times, as repr() says it."""
        try:
            if self._semlock._is_mine():
                name = process.current_process().name
                if threading.current_thread().name != "MainThread":
                    name += "|" + threading.current_thread().name
                return name, self._semlock._count()
            if self._semlock._get_value() == 1:
                return "None", 0
            return "SomeOtherThread" if self._semlock._count() > 0 else "SomeOtherProcess", "nonzero"
        except Exception:
            return "unknown", "unknown"

    def _shown_value(self):
        try:
            return self._semlock._get_value()
        except Exception:
            return "unknown"


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._shown_value()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._shown_value()}, maxvalue={self._semlock._state()[1]})>"


class Lock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner()[0]})>"


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        name, count = self._owner()
        return f"<{type(self).__name__}({name}, {count})>"


class Condition:
    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._bind()

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore)

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._bind()

    def _bind(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._trace_object = self._lock._trace_object

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        try:
            waiters = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        except Exception:
            waiters = "unknown"
        return f"<{type(self).__name__}({self._lock}, {waiters})>"

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        assert not self._wait_semaphore.acquire(False), (
            "notify: Should not have been able to acquire " + "_wait_semaphore"
        )
        # waiters whose time ran out since the last notify
        while self._woken_count.acquire(False):
            still_sleeping = self._sleeping_count.acquire(False)
            assert still_sleeping, "notify: Bug in sleeping_count" + "- res should not be False"
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(n=2**63 - 1)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else monotonic() + timeout
        while not result:
            remaining = None
            if end is not None:
                remaining = end - monotonic()
                if remaining <= 0:
                    break
            self.wait(remaining)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)
        self._trace_object = self._flag._trace_object

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False


class Barrier(threading.Barrier):
    """The one of threading, with its state and its count in shared memory."""

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from .heap import BufferWrapper

        self.__setstate__((parties, action, timeout, ctx.Condition(), BufferWrapper(_BARRIER_SIZE)))
        self._state = 0
        self._count = 0

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._wrapper = state
        self._memory, self._offset = self._wrapper.place()
        self._trace_object = self._wrapper._trace_object

    def __getstate__(self):
        return (self._parties, self._action, self._timeout, self._cond, self._wrapper)

    def _shared(self, index):
        return self._memory, self._offset + index * _INT_SIZE, self._trace_object, "i"

    @property
    def _state(self):
        return _ctypes.load(*self._shared(0))

    @_state.setter
    def _state(self, value):
        _ctypes.store(*self._shared(0), value)

    @property
    def _count(self):
        return _ctypes.load(*self._shared(1))

    @_count.setter
    def _count(self, value):
        _ctypes.store(*self._shared(1), value)
