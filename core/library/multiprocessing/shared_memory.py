"""Shared memory with a name: any process that knows the name opens it. Each access is a load or a store of its own."""

import errno
import os
import struct
import _forkscope
import _memory
import _personality

__all__ = ["SharedMemory", "ShareableList"]

_GenericAlias = type(list[int])


def _make_filename():
    """A name that is not taken, most likely: with the letters by which the session knows its own."""
    return "/psm_" + _forkscope.semaphore_name()[len("/mp-"):]


class _View:
    """What SharedMemory.buf is: a memoryview of memory that others change too. A slice of it is one as well."""

    ndim, readonly, suboffsets = 1, False, ()

    def __init__(self, memory, start, step, count, format="B", exports=None):
        self._memory, self._start, self._step, self._count = memory, start, step, count
        self._letter, self._size = format, struct.calcsize(format)
        # How many look at the memory: it can only be closed when none does any more.
        self._exports = [0] if exports is None else exports
        self._exports[0] += 1

    def _usable(self):
        if self._memory is None:
            raise ValueError("operation forbidden on released memoryview object")
        return self._memory

    @property
    def format(self):
        self._usable()
        return self._letter

    @property
    def itemsize(self):
        self._usable()
        return self._size

    @property
    def nbytes(self):
        self._usable()
        return self._count * self._size

    @property
    def shape(self):
        self._usable()
        return (self._count,)

    @property
    def strides(self):
        self._usable()
        return (self._step * self._size,)

    @property
    def contiguous(self):
        self._usable()
        return self._step == 1 or self._count < 2

    c_contiguous = f_contiguous = contiguous

    @property
    def obj(self):
        return self._usable()

    def __len__(self):
        self._usable()
        return self._count

    def _offset(self, index):
        return self._start + index * self._step * self._size

    def _place(self, key):
        memory = self._usable()
        if not hasattr(key, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        index = key.__index__()
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError("index out of bounds on dimension 1")
        return memory, self._offset(index)

    def _part(self, key):
        memory = self._usable()
        start, stop, step = key.indices(self._count)
        return _View(memory, self._offset(start), self._step * step, len(range(start, stop, step)), self._letter, self._exports)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._part(key)
        memory, offset = self._place(key)
        data = _memory.read(memory, offset, self._size)
        return data[0] if self._letter == "B" else struct.unpack(self._letter, data)[0]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._part(key)._fill(value)
            return
        memory, offset = self._place(key)
        _memory.write(memory, offset, _packed(self._letter, value))

    def _fill(self, value):
        if not isinstance(value, (bytes, bytearray, memoryview, _View)) and not hasattr(value, "typecode"):
            raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
        data = bytes(value)
        if len(data) != self._count * self._size or _letter_of(value) != self._letter:
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        if self._step == 1:
            _memory.write(self._memory, self._start, data)
            return
        for index in range(self._count):
            _memory.write(self._memory, self._offset(index), data[index * self._size : (index + 1) * self._size])

    def cast(self, format):
        """The same memory as items of another kind."""
        self._usable()
        if not isinstance(format, str):
            raise TypeError(f"cast() argument 'format' must be str, not {type(format).__name__}")
        letter = format.removeprefix("@")
        if len(letter) != 1 or letter not in _INTEGERS + "fdc?":
            raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        if not self.contiguous:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        size = struct.calcsize(letter)
        if letter not in "Bbc" and self._letter not in "Bbc":
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        if self.nbytes % size:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        return _View(self._memory, self._start, 1, self.nbytes // size, letter, self._exports)

    def tobytes(self, order="C"):
        memory = self._usable()
        if self._step == 1:
            return _memory.read(memory, self._start, self._count * self._size)
        return b"".join([_memory.read(memory, self._offset(index), self._size) for index in range(self._count)])

    def __bytes__(self):
        return self.tobytes()

    def tolist(self):
        data = self.tobytes()
        return list(data) if self._letter == "B" else list(struct.unpack(f"{self._count}{self._letter}", data))

    def hex(self, *separator):
        return self.tobytes().hex(*separator)

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __contains__(self, value):
        return any([item == value for item in self])

    def __eq__(self, other):
        if self._memory is None or not isinstance(other, (bytes, bytearray, memoryview, _View)):
            return self is other
        if _letter_of(other) == self._letter:
            return self.tobytes() == bytes(other)
        return self.tolist() == list(other)

    __hash__ = None

    def release(self):
        if self._memory is not None:
            self._memory = None
            self._exports[0] -= 1

    __del__ = release

    def __enter__(self):
        self._usable()
        return self

    def __exit__(self, *exception):
        self.release()

    def __repr__(self):
        return f"<{'released memory' if self._memory is None else 'memory'} at {id(self):#x}>"


_INTEGERS = "bBhHiIlLqQnN"


def _letter_of(value):
    """The kind of items that a bytes-like object has."""
    return getattr(value, "typecode", "B") if not isinstance(value, (memoryview, _View)) else value.format


def _packed(letter, value):
    """The bytes of an item of a view."""
    fits = isinstance(value, bytes) if letter == "c" else hasattr(value, "__index__") if letter in _INTEGERS else True
    try:
        if fits:
            return struct.pack(letter, value)
    except TypeError:
        fits = False
    except (struct.error, OverflowError):
        fits = letter not in "fd"
    if fits:
        raise ValueError(f"memoryview: invalid value for format '{letter}'")
    raise TypeError(f"memoryview: invalid type for format '{letter}'")


_View.__name__ = _View.__qualname__ = "memoryview"
_View.__module__ = "builtins"


def _named(function, name, *more):
    """Failures say which name it was."""
    try:
        return function(*more)
    except OSError as error:
        raise OSError(error.errno, os.strerror(error.errno), name) from None


class SharedMemory:
    """A block of memory that has a name until unlink()."""

    _name = None
    _memory = None
    _buf = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if name is not None and "\0" in name:
            raise ValueError("embedded null character")
        if name is None:
            self._memory = self._make(size)
        else:
            self._name = "/" + name
            if create:
                self._memory = _named(_memory.create, self._name, size, self._name)
            else:
                self._memory = _named(_memory.open_by_name, self._name, self._name)
        self._size = self._memory.size()
        self._buf = _View(self._memory, 0, 1, self._size)
        self._exports = self._buf._exports
        self._note()
        if _personality.HAS_RESOURCE_TRACKER:
            from .resource_tracker import register

            register(self._name, "shared_memory")

    def _make(self, size):
        while True:
            self._name = _make_filename()
            try:
                return _memory.create(size, self._name)
            except OSError as error:
                if error.errno != errno.EEXIST:
                    raise

    def _note(self):
        if _forkscope.tracing():
            place = self._memory.object()
            _forkscope.note("shared_value_created", place, place << 32, self._size << 8 | ord("B"), "SharedMemory", self._size)

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        """The bytes, while it is open."""
        return self._buf

    @property
    def name(self):
        return self._name[1:] if self._name is not None and self._name.startswith("/") else self._name

    @property
    def size(self):
        return self._size

    def close(self):
        """This process needs it no more; the others keep it."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._memory is not None:
            if self._exports[0]:
                raise BufferError("cannot close exported pointers exist")
            memory, self._memory = self._memory, None
            _memory.close(memory)

    def unlink(self):
        """Once, by whoever uses it last: the name is gone, and the memory when all have closed it."""
        if self._name is None:
            return
        _named(_memory.unlink, self._name, self._name)
        if _personality.HAS_RESOURCE_TRACKER:
            from .resource_tracker import unregister

            unregister(self._name, "shared_memory")


_ENCODING = "utf8"
_ALIGNMENT = 8
_FORMATS = {int: "q", float: "d", bool: "xxxxxxx?", type(None): "xxxxxx?x"}
# What a stored item is, behind its format: as it is, a text, bytes, None.
_PLAIN, _TEXT, _BYTES, _NOTHING = range(4)


class ShareableList:
    """A list in shared memory. Its length is fixed, and so is the room of each item."""

    _types_mapping = {**_FORMATS, str: "%ds", bytes: "%ds"}

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            self._make(sequence or (), name)
        else:
            self.shm = SharedMemory(name)
            self._list_len = self._unpack("q", 0)
            self._allocated_offsets = list(struct.unpack_from(f"{self._list_len + 1}q", bytes(self.shm.buf[8 : 8 * (self._list_len + 2)])))

    def _make(self, sequence, name):
        items = list(sequence)
        formats = [self._format_of(item) for item in items]
        self._list_len = len(items)
        self._allocated_offsets = [0]
        for each in formats:
            room = _ALIGNMENT if each[-1] != "s" else int(each[:-1])
            self._allocated_offsets.append(self._allocated_offsets[-1] + room)
        size = struct.calcsize(self._head() + "".join(formats) + "8s" * len(items) + "b" * len(items))
        self.shm = SharedMemory(name, create=True, size=size)
        self.shm.buf[: self._offset_data_start] = struct.pack(self._head(), self._list_len, *self._allocated_offsets)
        self._store_all(items, formats)

    def _head(self):
        return "q" + "q" * (self._list_len + 1)

    def _store_all(self, items, formats):
        if not items:
            return
        data = [item.encode(_ENCODING) if isinstance(item, str) else item for item in items]
        kinds = [self._kind_of(item) for item in items]
        self._pack("".join(formats), self._offset_data_start, *data)
        self._pack("8s" * len(items), self._offset_packing_formats, *[each.encode(_ENCODING) for each in formats])
        self._pack("b" * len(items), self._offset_back_transform_codes, *kinds)

    @staticmethod
    def _format_of(value):
        kind = type(value)
        if kind in _FORMATS:
            return _FORMATS[kind]
        if kind not in (str, bytes):
            raise KeyError(kind)
        # CPython counts characters here, not bytes: what does not fit is cut off.
        return f"{_ALIGNMENT * (len(value) // _ALIGNMENT + 1)}s"

    @staticmethod
    def _kind_of(value):
        return _TEXT if isinstance(value, str) else _BYTES if isinstance(value, bytes) else _NOTHING if value is None else _PLAIN

    def _pack(self, format, offset, *values):
        data = struct.pack(format, *values)
        self.shm.buf[offset : offset + len(data)] = data

    def _unpack(self, format, offset):
        size = struct.calcsize(format)
        return struct.unpack(format, bytes(self.shm.buf[offset : offset + size]))[0]

    def _get_packing_format(self, position):
        """How the item there is stored."""
        position = position if position >= 0 else position + self._list_len
        if position >= self._list_len or self._list_len < 0:
            raise IndexError("Requested position out of range.")
        text = self._unpack("8s", self._offset_packing_formats + position * 8)
        return text.rstrip(b"\x00").decode(_ENCODING)

    def _index(self, position):
        return position if position >= 0 else position + self._list_len

    def __getitem__(self, position):
        position = self._index(position)
        try:
            offset = self._offset_data_start + self._allocated_offsets[position]
            value = self._unpack(self._get_packing_format(position), offset)
        except IndexError:
            raise IndexError("index out of range") from None
        kind = self._unpack("b", self._offset_back_transform_codes + position)
        if kind == _NOTHING:
            return None
        if kind == _PLAIN:
            return value
        value = value.rstrip(b"\x00")
        return value.decode(_ENCODING) if kind == _TEXT else value

    def __setitem__(self, position, value):
        position = self._index(position)
        try:
            before = self._get_packing_format(position)
            room = self._allocated_offsets[position + 1] - self._allocated_offsets[position]
        except IndexError:
            raise IndexError("assignment index out of range") from None
        stored = value.encode(_ENCODING) if isinstance(value, str) else value
        if isinstance(value, (str, bytes)):
            if len(stored) > room:
                raise ValueError("bytes/str item exceeds available storage")
            format = before if before[-1] == "s" else f"{room}s"
        else:
            format = self._format_of(value)
        self._pack("8s", self._offset_packing_formats + position * 8, format.encode(_ENCODING))
        self._pack("b", self._offset_back_transform_codes + position, self._kind_of(value))
        self._pack(format, self._offset_data_start + self._allocated_offsets[position], stored)

    def __reduce__(self):
        return (_attached_list if type(self) is ShareableList else self.__class__), (self.shm.name,)

    def __len__(self):
        return self._list_len

    def __repr__(self):
        return f"{self.__class__.__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        """The formats of all items, as struct has them."""
        return "".join([self._get_packing_format(position) for position in range(self._list_len)])

    @property
    def _offset_data_start(self):
        return (self._list_len + 2) * 8

    @property
    def _offset_packing_formats(self):
        return self._offset_data_start + self._allocated_offsets[-1]

    @property
    def _offset_back_transform_codes(self):
        return self._offset_packing_formats + self._list_len * 8

    def count(self, value):
        """How often it is in the list."""
        return sum([value == entry for entry in self])

    def index(self, value):
        """Where it is first."""
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f"{value!r} not in this container")

    __class_getitem__ = classmethod(_GenericAlias)


def _attached_list(name):
    return ShareableList(name=name)
