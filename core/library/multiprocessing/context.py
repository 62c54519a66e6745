"""Contexts: everything the package offers, for one start method."""

import os
import _main
from . import process
from . import reduction


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


def _refused(name):
    """Stands for what CPython's package has and ours does not."""

    def refuse(*args, **kwargs):
        raise NotImplementedError(f"multiprocessing.{name} is not supported here yet; python3 can run this program")

    return refuse


class BaseContext:
    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    def current_process(self):
        return process.current_process()

    def parent_process(self):
        return process.parent_process()

    def active_children(self):
        return process.active_children()

    def cpu_count(self):
        number = os.cpu_count()
        if number is None:
            raise NotImplementedError("cannot determine number of cpus")
        return number

    def Pipe(self, duplex=True):
        from .connection import Pipe

        return Pipe(duplex)

    def Lock(self):
        from .synchronize import Lock

        return Lock(ctx=self.get_context())

    def RLock(self):
        from .synchronize import RLock

        return RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        from .synchronize import Condition

        return Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        from .synchronize import Semaphore

        return Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        from .synchronize import BoundedSemaphore

        return BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        from .synchronize import Event

        return Event(ctx=self.get_context())

    Array = _refused("Array")
    Barrier = _refused("Barrier")
    Manager = _refused("Manager")
    Pool = _refused("Pool")
    RawArray = _refused("RawArray")
    RawValue = _refused("RawValue")
    Value = _refused("Value")
    get_logger = _refused("get_logger")
    log_to_stderr = _refused("log_to_stderr")

    def Queue(self, maxsize=0):
        from .queues import Queue

        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        from .queues import JoinableQueue

        return JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        from .queues import SimpleQueue

        return SimpleQueue(ctx=self.get_context())

    def freeze_support(self):
        pass

    def set_executable(self, executable):
        from .spawn import set_executable

        set_executable(executable)

    def get_context(self, method=None):
        if method is None:
            return self
        if method == "forkserver":
            raise NotImplementedError("the start method 'forkserver' is not supported here yet; python3 can run this program")
        ctx = _concrete_contexts.get(method)
        if ctx is None:
            raise ValueError(f"cannot find context for {method!r}")
        return ctx

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError("cannot set start method of concrete context")

    @property
    def reducer(self):
        return reduction


class Process(process.BaseProcess):
    _start_method = None

    @staticmethod
    def _Popen(process_obj):
        return _default_context.get_context().Process._Popen(process_obj)


class DefaultContext(BaseContext):
    Process = Process

    def __init__(self, ctx):
        self._default_context = ctx
        self._actual_context = None

    def get_context(self, method=None):
        if method is None:
            if self._actual_context is None:
                self._actual_context = self._default_context
            return self._actual_context
        return BaseContext.get_context(self, method)

    def set_start_method(self, method, force=False):
        if self._actual_context is not None and not force:
            raise RuntimeError("context has already been set")
        if method is None and force:
            self._actual_context = None
            return
        self._actual_context = self.get_context(method)

    def get_start_method(self, allow_none=False):
        if self._actual_context is None:
            if allow_none:
                return None
            self._actual_context = self._default_context
        return self._actual_context._name

    def get_all_start_methods(self):
        return ["fork", "spawn"]


class ForkProcess(process.BaseProcess):
    _start_method = "fork"

    @staticmethod
    def _Popen(process_obj):
        from .popen_fork import Popen

        return Popen(process_obj)


class SpawnProcess(process.BaseProcess):
    _start_method = "spawn"

    @staticmethod
    def _Popen(process_obj):
        from .popen_spawn_posix import Popen

        return Popen(process_obj)


class ForkContext(BaseContext):
    _name = "fork"
    Process = ForkProcess


class SpawnContext(BaseContext):
    _name = "spawn"
    Process = SpawnProcess


_concrete_contexts = {"fork": ForkContext(), "spawn": SpawnContext()}
_default_context = DefaultContext(_concrete_contexts[_main.start_method or "fork"])


def _force_start_method(method):
    _default_context._actual_context = _concrete_contexts[method]


# The Popen that is pickling its process object now, by thread: locks and connections may only be pickled meanwhile.
_spawning = {}


def get_spawning_popen():
    from _thread import get_ident

    return _spawning.get(get_ident())


def set_spawning_popen(popen):
    from _thread import get_ident

    if popen is None:
        _spawning.pop(get_ident(), None)
    else:
        _spawning[get_ident()] = popen


def assert_spawning(obj):
    if get_spawning_popen() is None:
        raise RuntimeError(
            f"{type(obj).__name__} objects should only be shared between processes through inheritance"
        )
