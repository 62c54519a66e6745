"""C data types: simple ones, arrays and structures of them. The simple ones are native; pointers and libraries are not here."""

import _ctypes
import _memory
from _ctypes import (
    Array,
    _SimpleCData,
    c_bool,
    c_byte,
    c_char,
    c_double,
    c_float,
    c_int,
    c_long,
    c_short,
    c_ubyte,
    c_uint,
    c_ulong,
    c_ushort,
    c_wchar,
)

c_longlong = c_long
c_ulonglong = c_ulong
c_int8 = c_byte
c_uint8 = c_ubyte
c_int16 = c_short
c_uint16 = c_ushort
c_int32 = c_int
c_uint32 = c_uint
c_int64 = c_long
c_uint64 = c_ulong
c_size_t = c_ulong
c_ssize_t = c_long

_LARGEST_SIZE = 2**63 - 1
_array_classes = {}


def _array_class(element, length):
    """What `element * length` is: one class for each, however often it is asked for."""
    if not isinstance(length, int):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(length).__name__}'")
    if length < 0:
        raise ValueError(f"Array length must be >= 0, not {length}")
    length = int(length)
    if sizeof(element) * length > _LARGEST_SIZE:
        raise OverflowError("array too large")
    made = _array_classes.get((element, length))
    if made is None:
        made = _array_classes[element, length] = _new_array_class(element, length, _ctypes.caller_module())
    return made


class _DataType(type):
    """The class of C types: times a number they are types of arrays."""

    def __mul__(cls, length):
        return _array_class(cls, length)

    __rmul__ = __mul__


_ctypes.set_metaclass(_DataType)


def _new_array_class(element, length, module):
    name = f"{element.__name__}_Array_{length}"
    if not issubclass(element, _SimpleCData):
        return _new_class(name, module, _ObjectArray, element, length)
    base = {"c": _ctypes._CharArray, "u": _ctypes._WideCharArray}.get(element._type_, Array)
    return _ctypes.array_class(name, module, base, element, length, element._type_)


def _new_class(name, module, base, element, length):
    attributes = {
        "__module__": module,
        "__qualname__": name,
        "_type_": element,
        "_length_": length,
        "_size_": sizeof(element) * length,
        "_alignment_": alignment(element),
    }
    return _DataType(name, (base,), attributes)


def sizeof(obj_or_type):
    """Bytes of a C type, or of an object of one."""
    cls = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
    if issubclass(cls, Structure):
        cls._lay_out()
    try:
        return cls._size_
    except AttributeError:
        raise TypeError("this type has no size") from None


def alignment(obj_or_type):
    cls = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
    if issubclass(cls, Structure):
        cls._lay_out()
    try:
        return cls._alignment_
    except AttributeError:
        raise TypeError("no alignment info") from None


def _view(cls, memory, offset, trace_object, wrapper):
    """The object of type `cls` that lies at `offset`."""
    if issubclass(cls, _Composite):
        made = cls.__new__(cls)
        made._place(memory, offset, trace_object, wrapper)
        return made
    return _ctypes.view(cls, memory, offset, trace_object, wrapper)


def _bytes_of(obj):
    return _ctypes.get(obj._memory, obj._offset, obj._object, sizeof(obj))


def _is_simple(cls):
    return issubclass(cls, _SimpleCData)


def _is_text(cls):
    """Arrays of characters are read and set as bytes or texts where they are fields."""
    return issubclass(cls, (_ctypes._CharArray, _ctypes._WideCharArray))


def _check_bytes(cls, value):
    if not isinstance(value, bytes):
        raise TypeError(f"expected bytes, {type(value).__name__} found")
    if len(value) > cls._length_:
        raise ValueError(f"bytes too long ({len(value)}, maximum length {cls._length_})")


class _Composite(metaclass=_DataType):
    """What is made of other C data: a structure, or an array of what is not simple."""

    def _place(self, memory, offset, trace_object, wrapper):
        self._memory = memory
        self._offset = offset
        self._object = trace_object
        self._wrapper = wrapper

    def _place_alone(self):
        self._place(_memory.local(max(sizeof(self), 1)), 0, 0, None)

    def _place_of(self, cls, offset):
        return _view(cls, self._memory, self._offset + offset, self._object, self._wrapper)

    def _part(self, cls, offset):
        if _is_simple(cls):
            return _ctypes.load(self._memory, self._offset + offset, self._object, cls._type_)
        if _is_text(cls):
            return self._place_of(cls, offset).value
        return self._place_of(cls, offset)

    def _set_part(self, cls, offset, value):
        if _is_text(cls) and not isinstance(value, cls):
            if issubclass(cls, _ctypes._CharArray):
                _check_bytes(cls, value)
            self._place_of(cls, offset).value = value
            return
        offset += self._offset
        if _is_simple(cls):
            _ctypes.store(self._memory, offset, self._object, cls._type_, value)
            return
        if isinstance(value, tuple):
            value = cls(*value)
        if not isinstance(value, cls):
            raise TypeError(f"incompatible types, {type(value).__name__} instance instead of {cls.__name__} instance")
        _ctypes.put(self._memory, offset, self._object, _bytes_of(value))

    def __bytes__(self):
        return _bytes_of(self)

    def __reduce__(self):
        return _reduce(self)



def _field(cls, name, offset):
    def get(self):
        return self._part(cls, offset)

    def set(self, value):
        self._set_part(cls, offset, value)

    return property(get, set)


class Structure(_Composite):
    """Named fields, laid out as the C compiler does; a subclass lists them in `_fields_`."""

    _fields_ = []

    @classmethod
    def _lay_out(cls):
        if "_size_" in cls.__dict__:
            return
        offset = 0
        widest = 1
        for name, field_type in cls._fields_:
            field_alignment = alignment(field_type)
            widest = max(widest, field_alignment)
            offset = _rounded_up(offset, field_alignment)
            setattr(cls, name, _field(field_type, name, offset))
            offset += sizeof(field_type)
        cls._size_ = _rounded_up(offset, widest)
        cls._alignment_ = widest

    def __new__(cls, *args, **kwargs):
        cls._lay_out()
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if "_memory" not in self.__dict__:
            self._place_alone()
        names = [name for name, _ in type(self)._fields_]
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError(f"duplicate values for field {name!r}")
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


def _rounded_up(offset, multiple):
    return (offset + multiple - 1) // multiple * multiple


class _ObjectArray(_Composite):
    """An array of structures or of arrays."""

    def __init__(self, *args):
        if "_memory" not in self.__dict__:
            self._place_alone()
        for index, value in enumerate(args):
            self[index] = value

    def __len__(self):
        return self._length_

    def _offset_of(self, index):
        if not isinstance(index, int):
            raise TypeError("indices must be integers")
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return index * sizeof(self._type_)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [self[index] for index in range(*key.indices(self._length_))]
        return self._part(self._type_, self._offset_of(key))

    def __setitem__(self, key, value):
        if not isinstance(key, slice):
            self._set_part(self._type_, self._offset_of(key), value)
            return
        indices = range(*key.indices(self._length_))
        if len(value) != len(indices):
            raise ValueError("Can only assign sequence of same size")
        for index, item in zip(indices, value):
            self[index] = item


def _reduce(obj):
    """How C data travels: by its place where it lies in shared memory, else by its bytes."""
    if obj._wrapper is not None:
        from multiprocessing.sharedctypes import reduce_ctype

        return reduce_ctype(obj)
    return _rebuild, (type(obj), _bytes_of(obj))


def _rebuild(cls, data):
    made = cls()
    _ctypes.put(made._memory, made._offset, made._object, data)
    return made


def string_at(obj, size=-1):
    data = _bytes_of(obj)
    return data[: data.index(b"\0")] if size < 0 else data[:size]


def memset(dst, c, count):
    _ctypes.put(dst._memory, dst._offset, dst._object, bytes([c & 0xFF]) * count)
