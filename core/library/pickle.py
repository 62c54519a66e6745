"""Objects as bytes. The format and the plain kinds of value are native; here is what may run Python code on the way."""

import sys
import _pickle
from _pickle import PickleError, PicklingError, UnpicklingError

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


def _checked(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return HIGHEST_PROTOCOL
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
    if protocol < 4:
        raise ValueError(f"pickle protocol {protocol} is not written here; python3 can write it")
    return protocol


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    return _pickle.dumps(obj, None, _checked(protocol))


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return _pickle.loads(data)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    file.write(dumps(obj, protocol))


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return loads(file.read())


def _write_with_python(walk, obj, buffer):
    while True:
        finished, obj = _pickle.resume_write(walk, _reduced(obj), buffer)
        if finished:
            return obj


def _read_with_python(rebuild, callable, arguments):
    while True:
        step = _pickle.resume_read(rebuild, callable(*arguments))
        if len(step) == 1:
            return step[0]
        callable, arguments = step


def _reduced(obj):
    """(callable, arguments, state, list items, dict pairs); callable None: made anew without a call. Or a name."""
    cls = type(obj)
    own = _pickle.defines
    if isinstance(obj, dict) or isinstance(obj, tuple):
        return _reduced_built_in(cls, obj)
    if hasattr(obj, "__self__") and hasattr(obj, "__func__"):
        return getattr, (obj.__self__, obj.__func__.__name__), None, None, None
    if own(cls, "__reduce_ex__"):
        return _five_parts(obj.__reduce_ex__(DEFAULT_PROTOCOL))
    if own(cls, "__reduce__"):
        return _five_parts(obj.__reduce__())
    arguments = ()
    if own(cls, "__getnewargs__"):
        arguments = obj.__getnewargs__()
    if own(cls, "__getstate__"):
        state = obj.__getstate__()
    else:
        state = _pickle.attributes(obj)
    if isinstance(obj, BaseException):
        return cls, obj.args, state, None, None
    return None, arguments, state, None, None


def _reduced_built_in(cls, obj):
    if isinstance(obj, tuple):
        return None, tuple(obj), None, None, None
    factory = getattr(obj, "default_factory", None)
    arguments = () if factory is None else (factory,)
    if cls.__name__ == "Counter":
        return cls, (dict(obj),), None, None, None
    if cls.__name__ == "defaultdict" or cls.__name__ == "OrderedDict":
        return cls, arguments, None, None, dict(obj)
    return None, (), None, None, dict(obj)


def _five_parts(reduced):
    if isinstance(reduced, str):
        return reduced
    if not isinstance(reduced, tuple) or not 2 <= len(reduced) <= 6:
        raise PicklingError("__reduce__ must return a string or tuple")
    parts = list(reduced[:5]) + [None] * (5 - len(reduced))
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
            raise AttributeError(f"Can't get attribute '{name}' on {sys.modules[module]!r}")
    return found


def _encode(text, encoding="latin1"):
    return text.encode(encoding)


def _new_object(cls, arguments, keywords):
    return cls.__new__(cls, *arguments, **keywords)


def _set_state(obj, state):
    if _pickle.defines(type(obj), "__setstate__"):
        obj.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    for values in (state, slots):
        if values:
            for name in values:
                setattr(obj, name, values[name])


def _extend(obj, items):
    for item in items:
        obj.append(item)


def _set_pairs(obj, flat):
    for i in range(0, len(flat), 2):
        obj[flat[i]] = flat[i + 1]


def _add_items(obj, items):
    for item in items:
        obj.add(item)
