"""copy: shallow and deep copies. Classes say how with __copy__, __deepcopy__, __getstate__ and __setstate__."""

import _pickle
import copyreg as _copyreg
import types as _types
import _weakref

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_ATOMIC = (type(None), int, float, complex, bool, str, bytes, type, range, slice, type(Ellipsis), type(NotImplemented),
           _types.FunctionType, _types.BuiltinFunctionType, _types.CodeType, property)


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or cls in (tuple, frozenset) or isinstance(x, type) or issubclass(cls, _weakref.ref):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if hasattr(cls, "__copy__"):
        return x.__copy__()
    return _rebuilt(x, None)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    number = id(x)
    if number in memo:
        return memo[number]
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type) or issubclass(cls, _weakref.ref):
        return x
    copier = _COPIERS.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif hasattr(cls, "__deepcopy__"):
        y = x.__deepcopy__(memo)
    else:
        y = _rebuilt(x, memo)
    if y is not x:
        memo[number] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    # An id in memo must not become that of another object.
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # It may have been copied on the way if it holds itself.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deepcopy_method(x, memo):
    return _types.MethodType(x.__func__, deepcopy(x.__self__, memo))


_COPIERS = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, set: _deepcopy_set,
            frozenset: _deepcopy_set, _types.MethodType: _deepcopy_method}


def _rebuilt(x, memo):
    """A new object of the class of x, made from what the class says or from its attributes and items."""
    def inner(value):
        return value if memo is None else deepcopy(value, memo)

    cls = type(x)
    if cls in _copyreg.dispatch_table:
        return _reconstruct(x, memo, _copyreg.dispatch_table[cls](x), inner)
    if _own(cls, "__reduce_ex__") or _own(cls, "__reduce__"):
        return _reconstruct(x, memo, x.__reduce_ex__(4) if _own(cls, "__reduce_ex__") else x.__reduce__(), inner)
    parts = _pickle.iterator_parts(x)
    if parts is not None:
        return _reconstruct(x, memo, parts, inner)
    if isinstance(x, BaseException):
        return _reconstruct(x, memo, x.__reduce_ex__(4), inner)
    if hasattr(cls, "__getnewargs_ex__"):
        args, keywords = x.__getnewargs_ex__()
        y = cls.__new__(cls, *inner(args), **inner(keywords))
    elif isinstance(x, tuple):
        y = tuple.__new__(cls, [inner(item) for item in x]) if not hasattr(cls, "_make") else cls._make(
            [inner(item) for item in x])
    elif isinstance(x, (int, float, str, bytes, frozenset)):
        y = cls.__new__(cls, x)
    elif hasattr(cls, "__getnewargs__"):
        y = cls.__new__(cls, *inner(x.__getnewargs__()))
    else:
        try:
            y = cls.__new__(cls)
        except TypeError:
            shown = cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"
            raise TypeError(f"cannot pickle '{shown}' object") from None
    if memo is not None:
        memo[id(x)] = y
    _copy_items(x, y, inner)
    _set_state(x, y, inner)
    return y


def _own(cls, name):
    return getattr(cls, name, None) is not getattr(object, name, None)


def _copy_items(x, y, inner):
    if isinstance(x, dict):
        for key, value in x.items():
            y[inner(key)] = inner(value)
    elif isinstance(x, list):
        y.extend([inner(item) for item in x])
    elif isinstance(x, set):
        y.update([inner(item) for item in x])


def _set_state(x, y, inner):
    if _own(type(x), "__getstate__"):
        state = x.__getstate__()
    else:
        state = _copyreg._default_state(x)
    if state is None:
        return
    _apply_state(y, inner(dict(state) if isinstance(state, dict) else state))


def _apply_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    else:
        slots = None
    # Past a __setattr__ of the class, which may refuse what a frozen object is made of.
    if state:
        y.__dict__.update(state)
    for name in slots or ():
        setattr(y, name, slots[name])


def _reconstruct(x, memo, reduced, inner):
    if isinstance(reduced, str):
        return x
    function, arguments = reduced[0], reduced[1]
    y = function(*inner(arguments))
    if memo is not None:
        memo[id(x)] = y
    if len(reduced) > 2 and reduced[2] is not None:
        _apply_state(y, inner(reduced[2]))
    if len(reduced) > 3 and reduced[3] is not None:
        for item in reduced[3]:
            y.append(inner(item))
    if len(reduced) > 4 and reduced[4] is not None:
        for key, value in reduced[4]:
            y[inner(key)] = inner(value)
    return y
