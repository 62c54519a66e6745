"""C data in shared memory, and the wrappers that take a lock around each access."""

import ctypes
import _ctypes
import _forkscope
from . import context
from . import heap
from . import get_context

typecode_to_type = {
    "c": ctypes.c_char,
    "u": ctypes.c_wchar,
    "b": ctypes.c_byte,
    "B": ctypes.c_ubyte,
    "h": ctypes.c_short,
    "H": ctypes.c_ushort,
    "i": ctypes.c_int,
    "I": ctypes.c_uint,
    "l": ctypes.c_long,
    "L": ctypes.c_ulong,
    "q": ctypes.c_longlong,
    "Q": ctypes.c_ulonglong,
    "f": ctypes.c_float,
    "d": ctypes.c_double,
}


def _new_value(type_):
    size = ctypes.sizeof(type_)
    wrapper = heap.BufferWrapper(size)
    made = rebuild_ctype(type_, wrapper, None)
    _note_new(type_, wrapper)
    # a block that somebody had before is not empty
    _ctypes.put(made._memory, made._offset, 0, bytes(size))
    return made


def _note_new(type_, wrapper):
    if not _forkscope.tracing():
        return
    memory, offset = wrapper.place()
    length = getattr(type_, "_length_", 1)
    code = getattr(getattr(type_, "_type_", None), "_type_", getattr(type_, "_type_", None))
    number = ord(code) if isinstance(code, str) else 0
    _forkscope.note(
        "shared_value_created",
        wrapper._trace_object,
        memory.object() << 32 | offset,
        length << 8 | number,
        type_.__name__,
        ctypes.sizeof(type_),
    )


def RawValue(typecode_or_type, *args):
    """A C value in shared memory, without a lock."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    made = _new_value(type_)
    made.__init__(*args)
    return made


def RawArray(typecode_or_type, size_or_initializer):
    """An array in shared memory, without a lock: all zero, or a copy of a sequence."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _new_value(type_ * size_or_initializer)
    type_ = type_ * len(size_or_initializer)
    made = _new_value(type_)
    made.__init__(*size_or_initializer)
    return made


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A C value in shared memory with a lock around each access."""
    made = RawValue(typecode_or_type, *args)
    if lock is False:
        return made
    return synchronized(made, _lock_for(lock, ctx), ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """An array in shared memory with a lock around each access."""
    made = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return made
    return synchronized(made, _lock_for(lock, ctx), ctx)


def _lock_for(lock, ctx):
    if lock is True or lock is None:
        return (ctx or get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return lock


def copy(obj):
    made = _new_value(type(obj))
    _ctypes.put(made._memory, made._offset, made._object, ctypes._bytes_of(obj))
    return made


def synchronized(obj, lock=None, ctx=None):
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    ctx = ctx or get_context()
    if isinstance(obj, ctypes._SimpleCData):
        return Synchronized(obj, lock, ctx)
    if isinstance(obj, ctypes.Array) or isinstance(obj, ctypes._ObjectArray):
        if obj._type_ is ctypes.c_char:
            return SynchronizedString(obj, lock, ctx)
        return SynchronizedArray(obj, lock, ctx)
    return _wrapper_class(type(obj))(obj, lock, ctx)


_wrapper_classes = {}


def _wrapper_class(cls):
    """The wrapper of a structure: a property for each field."""
    made = _wrapper_classes.get(cls)
    if made is None:
        names = [field[0] for field in cls._fields_]

        class made(SynchronizedBase):
            pass

        made.__name__ = made.__qualname__ = "Synchronized" + cls.__name__
        for name in names:
            setattr(made, name, make_property(name))
        _wrapper_classes[cls] = made
    return made


def make_property(name):
    """An attribute of the wrapped object, read and set with the lock held."""

    def get(self):
        self.acquire()
        try:
            return getattr(self._obj, name)
        finally:
            self.release()

    def set(self, value):
        self.acquire()
        try:
            setattr(self._obj, name, value)
        finally:
            self.release()

    return property(get, set)


def reduce_ctype(obj):
    context.assert_spawning(obj)
    if hasattr(obj, "_length_"):
        return rebuild_ctype, (obj._type_, obj._wrapper, obj._length_)
    return rebuild_ctype, (type(obj), obj._wrapper, None)


def rebuild_ctype(type_, wrapper, length):
    if length is not None:
        type_ = type_ * length
    ctypes.sizeof(type_)
    memory, offset = wrapper.place()
    return ctypes._view(type_, memory, offset, wrapper._trace_object, wrapper)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or get_context()).RLock()
        self._trace_object = obj._object
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __reduce__(self):
        context.assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        acquire, release = self.acquire, self.release
        acquire()
        try:
            return self._obj.value
        finally:
            release()

    @value.setter
    def value(self, value):
        acquire, release = self.acquire, self.release
        acquire()
        try:
            self._obj.value = value
        finally:
            release()


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self:
            self._obj[index] = value


class SynchronizedString(SynchronizedArray):
    value = make_property("value")
    raw = make_property("raw")
