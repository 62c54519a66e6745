"""Objects as bytes. The format and the plain kinds of value are native; here is what may run Python code on the way."""

import copyreg
import sys
import _personality
import _pickle
from _pickle import PickleError, PicklingError, UnpicklingError
from copyreg import dispatch_table

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = _personality.DEFAULT_PICKLE_PROTOCOL


def _checked(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return HIGHEST_PROTOCOL
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
    return protocol


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    protocol = _checked(protocol)
    if buffer_callback is not None and protocol < 5:
        raise ValueError("buffer_callback needs protocol >= 5")
    return _pickle.dumps(obj, None, protocol)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return _pickle.loads(bytes(data) if isinstance(data, _BYTES_LIKE) else data, encoding)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, buffer_callback=buffer_callback).dump(obj)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, encoding=encoding).load()


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        self._protocol = _checked(protocol)

    def clear_memo(self):
        """Nothing: what was written before is not referred to."""

    def dump(self, obj):
        if not hasattr(self, "_file"):
            name = type(self).__name__
            raise PicklingError(f"Pickler.__init__() was not called by {name}.__init__()")
        ask = _question(self)
        asks = () if ask is None else (ask, hasattr(self, "persistent_id"))
        self._file.write(_pickle.dumps(obj, None, self._protocol, *asks))


# What is written without a look at how it may be reduced.
_PLAIN = frozenset((type(None), bool, int, float, str, bytes, bytearray, tuple, list, dict, set, frozenset))


def _question(pickler):
    """What a pickler with an opinion of its own is asked about a value: None leaves it as it is, a tuple of one is its persistent id."""
    identify = getattr(pickler, "persistent_id", None)
    override = getattr(pickler, "reducer_override", None)
    table = getattr(pickler, "dispatch_table", None)
    if identify is None and override is None and table is None:
        return None

    def ask(obj):
        name = None if identify is None else identify(obj)
        if name is not None:
            if pickler._protocol > 0:
                return (name,)
            if not str(name).isascii():
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")
            return (str(name),)
        cls = type(obj)
        if cls in _PLAIN:
            return None
        reduced = NotImplemented if override is None else override(obj)
        if reduced is not NotImplemented:
            return _six_parts(reduced)
        if table is None or cls is type or cls is type(_checked):
            return None
        return _six_parts(table[cls](obj)) if cls in table else None

    return ask


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._encoding = encoding
        self._read = b""

    def find_class(self, module_name, global_name, /):
        return _find_class(module_name, global_name)

    def load(self):
        """The next object. What was read of the file beyond it is for the one after that, or goes back."""
        if not hasattr(self, "_file"):
            name = type(self).__name__
            raise UnpicklingError(f"Unpickler.__init__() was not called by {name}.__init__()")
        data = self._read + self._file.read()
        find_class = None if type(self).find_class is Unpickler.find_class else self.find_class
        obj, length = _pickle.loads(data, self._encoding, True, find_class, getattr(self, "persistent_load", None))
        self._read = data[length:]
        if self._read and hasattr(self._file, "seek"):
            self._file.seek(-len(self._read), 1)
            self._read = b""
        return obj


def _bytes_like():
    import builtins

    return tuple(getattr(builtins, name) for name in ("bytearray", "memoryview") if hasattr(builtins, name))


_BYTES_LIKE = _bytes_like()


def _write_with_python(walk, obj, buffer, ask=None):
    protocol = _pickle.protocol(walk)
    while True:
        answer = ask(obj) if _pickle.is_asking(walk) else _reduced(obj, protocol)
        finished, obj = _pickle.resume_write(walk, answer, buffer)
        if finished:
            return obj


def _read_with_python(rebuild, callable, arguments, counted):
    while True:
        step = _pickle.resume_read(rebuild, callable(*arguments), counted)
        if len(step) == 1:
            return step[0]
        callable, arguments = step


def _reduced(obj, protocol):
    """What makes `obj` anew, as the native side takes it: the name of a global, or the six parts that __reduce__ may have."""
    cls = type(obj)
    own = _pickle.defines
    if cls in copyreg.dispatch_table:
        return _six_parts(copyreg.dispatch_table[cls](obj))
    if own(cls, "__reduce_ex__"):
        return _six_parts(obj.__reduce_ex__(protocol))
    if own(cls, "__reduce__"):
        return _six_parts(obj.__reduce__())
    return _six_parts(_built_in_parts(obj, protocol))


def _built_in_parts(obj, protocol):
    """What makes an object anew whose class does not say it."""
    cls = type(obj)
    if hasattr(obj, "__self__") and hasattr(obj, "__func__"):
        return getattr, (obj.__self__, obj.__func__.__name__)
    if isinstance(obj, BaseException):
        state = copyreg._state(obj)
        return (cls, _pickle.arguments(obj)) if state is None else (cls, _pickle.arguments(obj), state)
    return _pickle.iterator_parts(obj) or copyreg._reduce_ex(obj, protocol)


def _object_reduce_ex(obj, protocol):
    """What object.__reduce_ex__ answers."""
    if _pickle.defines(type(obj), "__reduce__") and not _pickle.defines(type(obj), "__reduce_ex__"):
        return obj.__reduce__()
    return _built_in_parts(obj, protocol)


def _six_parts(reduced):
    if isinstance(reduced, str):
        return reduced
    if not isinstance(reduced, tuple):
        raise PicklingError("__reduce__ must return a string or tuple")
    if not 2 <= len(reduced) <= 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    parts = list(reduced) + [None] * (6 - len(reduced))
    if not callable(parts[0]):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(parts[1], tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    if parts[3] is not None:
        parts[3] = list(parts[3])
    if parts[4] is not None:
        parts[4] = dict(parts[4])
    return tuple(parts)


def _find_class(module, name):
    if module == "_codecs" and name == "encode":
        return _encode
    if module not in sys.modules:
        __import__(module)
    found = sys.modules[module]
    for part in name.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute '{name}' on {sys.modules[module]!r}") from None
    return found


def _encode(text, encoding="latin1"):
    return text.encode(encoding)


def _decode(data, encoding):
    return data.decode(encoding)


def _byte_array(data):
    if not _BYTES_LIKE:
        raise UnpicklingError("bytearray objects are not supported")
    return _BYTES_LIKE[0](data)


def _frozen_set(items):
    return frozenset(items)


def _instance(module, name, arguments):
    return _find_class(module, name)(*arguments)


def _new_object(cls, arguments, keywords):
    return cls.__new__(cls, *arguments, **keywords)


def _set_state(obj, state):
    if _pickle.defines(type(obj), "__setstate__"):
        obj.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None and not isinstance(state, dict):
        raise UnpicklingError("state is not a dictionary")
    if slots is not None and not isinstance(slots, dict):
        raise UnpicklingError("slot state is not a dictionary")
    for values in (state, slots):
        for name in values or ():
            setattr(obj, name, values[name])


def _extend(obj, items):
    if hasattr(obj, "extend"):
        obj.extend(items)
        return
    append = obj.append
    for item in items:
        append(item)


def _set_pairs(obj, flat):
    for i in range(0, len(flat), 2):
        obj[flat[i]] = flat[i + 1]


def _add_items(obj, items):
    add = obj.add
    for item in items:
        add(item)
