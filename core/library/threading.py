"""Threads of one process, over the kernel's locks, conditions and threads."""

import os
import sys
import _forkscope
import _thread
import _vm
from _thread import get_ident, get_native_id
from _weakref import ref
from time import monotonic

Lock = _thread.allocate_lock
RLock = _thread.new_recursive_lock
ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0

_active = {}
# Being started.
_limbo = {}
_counter = 0
_atexit_functions = []
_is_shutting_down = False
_stack_size = 0


def _deprecated(old, new):
    import warnings

    warnings.warn(f"{old}() is deprecated, {new} instead", DeprecationWarning, stacklevel=3)


def _class_name(value):
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        condition = _thread.new_condition(lock)
        self._condition = condition
        self._is_owned = lock._is_owned
        self.wait = condition.wait
        self.notify = condition.notify
        self.notify_all = condition.notify_all

    def notifyAll(self):
        _deprecated("notifyAll", "use notify_all()")
        self.notify_all()

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, self._condition._waiting())

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        self._lock.release()

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = monotonic() + timeout
                else:
                    timeout = end - monotonic()
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f"<{_class_name(self)} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = monotonic() + timeout
                    else:
                        timeout = end - monotonic()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return f"<{_class_name(self)} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f"<{_class_name(self)} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated("isSet", "use is_set()")
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """State: 0 filling, 1 draining, -1 resetting, -2 broken."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        if self.broken:
            return f"<{_class_name(self)} at {id(self):#x}: broken>"
        return f"<{_class_name(self)} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._state not in (-1, 1))
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


def _new_name(target):
    global _counter
    _counter += 1
    name = f"Thread-{_counter}"
    if target is not None:
        label = getattr(target, "__name__", None)
        if label is not None:
            name += f" ({label})"
    return name


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._target = target
        self._name = str(name) if name else _new_name(target)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._is_stopped = False
        self._initialized = True
        self._started = Event()
        # where its end is told of if sys.stderr has gone by then
        self._stderr = sys.stderr

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._is_stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _limbo[id(self)] = self
        try:
            _thread.start_new_thread(self._bootstrap, (), self._name)
        except Exception:
            del _limbo[id(self)]
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _forkscope.note("thread_named", 0, 1 if self._daemonic else 0, 0, self._name)
        _active[self._ident] = self
        _limbo.pop(id(self), None)
        self._started.set()
        try:
            self.run()
        except BaseException as error:
            _report(self, error)
        finally:
            self._is_stopped = True
            _active.pop(self._ident, None)
            for held in _each_held():
                held.by_thread.pop(self._ident, None)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if not self._is_stopped or self._ident is not None:
            self._wait_for_end(None if timeout is None else max(timeout, 0))

    def _wait_for_end(self, timeout):
        if self is _main_thread:
            # The kernel's thread outlasts it. In this order, because _shutdown() says that it has stopped and then looks
            # whether somebody waits.
            end = self.__dict__.setdefault("_end", Event())
            if not self._is_stopped:
                end.wait(timeout)
        elif _thread.join_thread(self._ident, timeout):
            self._is_stopped = True

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._is_stopped

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident == get_ident():
            _forkscope.note("thread_named", 0, 1 if self._daemonic else 0, 0, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        _deprecated("setName", "set the name attribute")
        self.name = name


class Timer(Thread):
    """Calls a function after a time, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _AlwaysSet:
    """The event that a thread has started, of one that runs already."""

    def is_set(self):
        return True


class _MainThread(Thread):
    def __init__(self):
        self._run_as("MainThread", False)

    def _run_as(self, name, daemonic):
        self._target = None
        self._name = name
        self._args = ()
        self._kwargs = {}
        self._daemonic = daemonic
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._is_stopped = False
        self._initialized = True
        self._started = _AlwaysSet()
        self._stderr = None
        _active[self._ident] = self


class _DummyThread(_MainThread):
    """Stands for a thread that _thread started."""

    def __init__(self):
        self._run_as(_new_name(None).replace("Thread", "Dummy"), True)

    def is_alive(self):
        return not self._is_stopped

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


class _Locals:
    """What a local holds: the attributes of each thread, and what it was made with."""

    def __init__(self, args, kwargs):
        self.by_thread = {}
        self.args = args
        self.kwargs = kwargs


# Of each local that there is.
_all_locals = []


class _local:
    """Attributes that every thread has for itself."""

    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        made = object.__new__(cls)
        held = _Locals(args, kwargs)
        # The thread that makes it has its __init__ called anyway.
        held.by_thread[get_ident()] = {}
        _all_locals.append(ref(held, _all_locals.remove))
        object.__setattr__(made, "_held", held)
        return made

    def __getattribute__(self, name):
        return _thread.get_among(self, _names_of(self), name)

    def __setattr__(self, name, value):
        _thread.set_among(self, _names_of(self), name, value)

    def __delattr__(self, name):
        _thread.delete_among(self, _names_of(self), name)

    def __dir__(self):
        return [*dir(type(self)), *_names_of(self)]

    @property
    def __dict__(self):
        return _names_of(self)

    @__dict__.setter
    def __dict__(self, value):
        raise AttributeError(f"'{_shown_type(self)}' object attribute '__dict__' is read-only")

    @__dict__.deleter
    def __dict__(self):
        raise AttributeError(f"'{_shown_type(self)}' object attribute '__dict__' is read-only")

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{_shown_type(self)}' object")


local = _local


def _shown_type(local):
    return "_thread._local" if type(local) is _local else type(local).__name__


def _names_of(local):
    """The thread's own attributes; in a thread that comes for the first time __init__ makes them."""
    held = object.__getattribute__(local, "_held")
    ident = get_ident()
    names = held.by_thread.get(ident)
    if names is None:
        names = held.by_thread[ident] = {}
        if type(local).__init__ is not object.__init__:
            try:
                type(local).__init__(local, *held.args, **held.kwargs)
            except BaseException:
                del held.by_thread[ident]
                raise
    return names


def _each_held():
    return [held for held in [found() for found in list(_all_locals)] if held is not None]


class ExceptHookArgs:
    __module__ = "_thread"
    __qualname__ = "_ExceptHookArgs"

    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __repr__(self):
        return (f"_thread._ExceptHookArgs(exc_type={self.exc_type!r}, exc_value={self.exc_value!r}, "
                f"exc_traceback={self.exc_traceback!r}, thread={self.thread!r})")


def _hook(args, /):
    """What is said of an exception that ends a thread."""
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    stream = sys.stderr
    if stream is None and args.thread is not None:
        stream = args.thread._stderr
    if stream is not None:
        stream.write(f"Exception in thread {name}:\n" + _vm.format_exception(args.exc_value))
        stream.flush()


excepthook = _hook
__excepthook__ = _hook


def _report(thread, error):
    if not isinstance(error, SystemExit):
        from _uncaught import note_uncaught

        note_uncaught(error)
    try:
        excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except Exception as failure:
        sys.stderr.write("Exception in threading.excepthook:\n")
        sys.excepthook(type(failure), failure, failure.__traceback__)


def current_thread():
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    _deprecated("currentThread", "use current_thread()")
    return current_thread()


def main_thread():
    return _main_thread


def active_count():
    return len(_active) + len(_limbo)


def activeCount():
    _deprecated("activeCount", "use active_count()")
    return active_count()


def enumerate():
    return list(_active.values()) + list(_limbo.values())


def stack_size(size=0, /):
    """What it was; asked without a size, it is the usual one again, as in CPython. Only remembered: threads here do not run on a
    stack of that size."""
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    before, _stack_size = _stack_size, size
    return before


def _register_atexit(func, *arg, **kwargs):
    """For executors: before the threads are waited for."""
    if _is_shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _atexit_functions.append((func, arg, kwargs))


def _shutdown():
    """What the end of a process waits for: its threads that are no daemons."""
    global _is_shutting_down
    _is_shutting_down = True
    _main_thread._is_stopped = True
    if "_end" in _main_thread.__dict__:
        _main_thread._end.set()
    for func, args, kwargs in reversed(_atexit_functions):
        func(*args, **kwargs)
    while True:
        others = [t for t in enumerate() if t is not _main_thread and not t._daemonic]
        if not others:
            return
        for thread in others:
            thread._started.wait()
            thread.join()


def _after_fork(survivor):
    """In the child: only the forking thread has come along, and it is the main thread now."""
    global _main_thread
    for thread in enumerate():
        if thread is not survivor:
            thread._is_stopped = True
            thread._ident = None
    _active.clear()
    _limbo.clear()
    for held in _each_held():
        own = held.by_thread.get(survivor._ident)
        held.by_thread = {} if own is None else {get_ident(): own}
    # nobody who waited for it has come along
    survivor.__dict__.pop("_end", None)
    survivor._ident = get_ident()
    survivor._native_id = get_native_id()
    _active[survivor._ident] = survivor
    _main_thread = survivor
    os._run_child_hooks()


_main_thread = _MainThread()
