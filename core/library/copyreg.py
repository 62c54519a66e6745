"""How objects of classes that do not say it themselves are pickled, and the functions that pickles name to make objects anew."""

import _pickle

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


# The built-in classes that a class of a program may extend, and what an object of theirs is made of.
_IMMUTABLE = (int, float, str, bytes, tuple)
_MUTABLE = (list, dict, set, frozenset)


def _slot_names(cls):
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name != "__dict__" and name != "__weakref__":
                yield name


def _state(obj):
    if _pickle.defines(type(obj), "__getstate__"):
        return obj.__getstate__()
    return _default_state(obj)


def _default_state(obj):
    """What object.__getstate__ answers."""
    if isinstance(obj, BaseException):
        return _pickle.attributes(obj)
    attributes = dict(getattr(obj, "__dict__", ())) or None
    slots = {name: getattr(obj, name) for name in _slot_names(type(obj)) if hasattr(obj, name)}
    return (attributes, slots) if slots else attributes


def _base(obj):
    for base in _IMMUTABLE + _MUTABLE:
        if isinstance(obj, base):
            return base
    return object


def _reduce_ex(obj, protocol):
    """What object.__reduce_ex__ answers."""
    cls = type(obj)
    base = _base(obj)
    if base is set or base is frozenset:
        return cls, (list(obj),), _state(obj)
    if protocol < 2:
        if list(_slot_names(cls)) and not _pickle.defines(cls, "__getstate__"):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        arguments = cls, base, None if base is object else base(obj)
        state = _state(obj)
        return (_reconstructor, arguments, state) if state else (_reconstructor, arguments)
    function, arguments = __newobj__, (cls,)
    if _pickle.defines(cls, "__getnewargs_ex__"):
        args, kwargs = _checked_arguments(obj.__getnewargs_ex__())
        if kwargs:
            function, arguments = __newobj_ex__, (cls, args, kwargs)
        else:
            arguments += args
    elif _pickle.defines(cls, "__getnewargs__"):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        arguments += args
    elif base in _IMMUTABLE:
        arguments += tuple(obj) if hasattr(cls, "_fields") else (base(obj),)
    return (
        function,
        arguments,
        _state(obj),
        list(obj) if base is list else None,
        obj.items() if base is dict else None,
    )


def _checked_arguments(answer):
    if not isinstance(answer, tuple):
        raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(answer).__name__}'")
    if len(answer) != 2:
        raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(answer)}")
    return answer
