"""The names of multiprocessing over the threads of one process."""

import sys
import threading
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from .connection import Pipe

current_process = threading.current_thread
JoinableQueue = Queue
dict = dict
list = list


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._children = []
        self._start_called = False
        self._parent = current_process()

    def start(self):
        current = current_process()
        if self._parent is not current:
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current!r}")
        self._start_called = True
        if hasattr(self._parent, "_children"):
            self._parent._children.append(self)
        threading.Thread.start(self)

    @property
    def exitcode(self):
        if self._start_called and not self.is_alive():
            return 0
        return None


Process = DummyProcess
current_process()._children = []


def active_children():
    children = current_process()._children
    children[:] = [child for child in children if child.is_alive()]
    return children[:]


def freeze_support():
    pass


class Namespace:
    def __init__(self, /, **kwds):
        for name in kwds:
            setattr(self, name, kwds[name])

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"{self.__class__.__name__}({', '.join(shown)})"


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self._value!r})>"


def Array(typecode, sequence, lock=True):
    import array

    return array.array(typecode, sequence)


def Manager():
    return sys.modules[__name__]


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    from ..pool import ThreadPool

    return ThreadPool(processes, initializer, initargs)
