"""functools: partial, reduce, wraps, caches, comparison helpers."""

from _personality import CACHED_PROPERTY_LOCKS
from _thread import new_recursive_lock as RLock

GenericAlias = type(list[int])
_nothing = object()
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


class partial:
    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        from collections import _guarded
        cls = type(self)
        name = cls.__qualname__ if cls.__module__ != "functools" else "functools." + cls.__qualname__
        return _guarded(self, "...", lambda: f"{name}({_shown_arguments(self)})")

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, attributes = state
        if not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, (dict, type(None))):
            raise TypeError("invalid partial state")
        self.func, self.args, self.keywords = func, tuple(args), dict(keywords or {})
        self.__dict__.update(attributes or {})

    __class_getitem__ = classmethod(GenericAlias)


def _shown_arguments(given):
    parts = [repr(given.func)] + [repr(arg) for arg in given.args]
    return ", ".join(parts + [f"{name}={value!r}" for name, value in given.keywords.items()])


def reduce(function, iterable, initial=_nothing):
    iterator = iter(iterable)
    if initial is _nothing:
        try:
            initial = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        initial = function(initial, item)
    return initial


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


class _CacheInfo(tuple):
    _fields = ("hits", "misses", "maxsize", "currsize")

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int) and maxsize < 0:
        maxsize = 0
    elif not callable(maxsize) and maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        results = {}
        counts = [0, 0]

        def wrapper(*args, **keywords):
            if keywords:
                key = args, tuple(keywords.items())
            else:
                key = args[0] if len(args) == 1 and type(args[0]) in (int, str) else args
            if typed:
                key = (key, tuple([type(arg) for arg in args]), tuple([type(keywords[name]) for name in keywords]))
            if key in results:
                counts[0] += 1
                value = results.pop(key)
            else:
                counts[1] += 1
                value = function(*args, **keywords)
                if maxsize is not None and len(results) >= maxsize and maxsize > 0:
                    del results[next(iter(results))]
            if maxsize != 0:
                results[key] = value
            return value

        def cache_info():
            return _CacheInfo(counts[0], counts[1], maxsize, len(results))

        def cache_clear():
            results.clear()
            counts[:] = [0, 0]

        wrapper.cache_info = cache_info
        wrapper.cache_clear = cache_clear
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)

    if callable(maxsize):
        function, maxsize = maxsize, 128
        return decorate(function)
    return decorate


def cache(function):
    return lru_cache(None)(function)


class KeyWrapper:
    """What cmp_to_key() gives: called with an object, the key of that object."""

    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __init__(self, compare):
        self._compare = compare

    def __call__(self, obj):
        key = KeyWrapper(self._compare)
        key.obj = obj
        return key

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0


def cmp_to_key(mycmp):
    return KeyWrapper(mycmp)


def _ask(self, name, other):
    return getattr(type(self), name)(self, other)


def _not_and_differs(root):
    def compare(self, other):
        answer = _ask(self, root, other)
        return answer if answer is NotImplemented else not answer and self != other
    return compare


def _or_equal(root):
    def compare(self, other):
        answer = _ask(self, root, other)
        return answer if answer is NotImplemented else answer or self == other
    return compare


def _not(root):
    def compare(self, other):
        answer = _ask(self, root, other)
        return answer if answer is NotImplemented else not answer
    return compare


def _and_differs(root):
    def compare(self, other):
        answer = _ask(self, root, other)
        return answer if answer is NotImplemented else answer and self != other
    return compare


def _not_or_equal(root):
    def compare(self, other):
        answer = _ask(self, root, other)
        return answer if answer is NotImplemented else not answer or self == other
    return compare


# For each comparison a class may define, how the other three follow from it and ==.
_DERIVED = {
    "__lt__": {"__gt__": _not_and_differs, "__le__": _or_equal, "__ge__": _not},
    "__le__": {"__ge__": _not_or_equal, "__lt__": _and_differs, "__gt__": _not},
    "__gt__": {"__lt__": _not_and_differs, "__ge__": _or_equal, "__le__": _not},
    "__ge__": {"__le__": _not_or_equal, "__gt__": _and_differs, "__lt__": _not},
}


def total_ordering(cls):
    roots = [name for name in _DERIVED if getattr(cls, name) is not getattr(object, name)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, derive in _DERIVED[root].items():
        if name not in roots:
            compare = derive(root)
            compare.__name__ = name
            setattr(cls, name, compare)
    return cls


class cached_property:
    """A method whose result is computed once and then is an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is not None and name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        if not hasattr(instance, "__dict__"):
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} "
                            "property.")
        value = instance.__dict__.get(self.attrname, _nothing)
        if value is not _nothing:
            return value
        if not CACHED_PROPERTY_LOCKS:
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value
        with self.lock:
            value = instance.__dict__.get(self.attrname, _nothing)
            if value is _nothing:
                value = instance.__dict__[self.attrname] = self.func(instance)
        return value


class partialmethod:
    """A method with some arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")

        if isinstance(func, partialmethod):
            args, keywords, func = func.args + args, {**func.keywords, **keywords}, func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}({_shown_arguments(self)})"

    def __get__(self, obj, cls=None):
        if hasattr(self.func, "__get__") and not isinstance(self.func, partial):
            found = self.func.__get__(obj, cls)
            if found is not self.func:
                result = partial(found, *self.args, **self.keywords)
                if hasattr(found, "__self__"):
                    result.__self__ = found.__self__
                return result

        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _is_before(cls, kind, best):
    """Whether an implementation for `kind` is nearer to `cls` than one for `best`; both are classes of its own or abstract ones
    that it counts as, which come behind the most general class of its own that counts as them."""
    place, best_place = _place(cls, kind), _place(cls, best)
    if place != best_place:
        return place < best_place
    if issubclass(kind, best):
        return True
    if not issubclass(best, kind):
        raise RuntimeError(f"Ambiguous dispatch: {best} or {kind}")
    return False


def _place(cls, kind):
    own = cls.__mro__
    if kind in own:
        return own.index(kind), False
    return max([index for index, each in enumerate(own) if issubclass(each, kind)]), True


def _is_union(kind):
    import types
    import typing
    return isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union


def _classes_of(kind):
    """The classes that an implementation is registered for, or None: (int | str) stands for two."""
    if isinstance(kind, type) and not isinstance(kind, GenericAlias):
        return (kind,)
    import typing
    classes = typing.get_args(kind) if _is_union(kind) else (kind,)
    return classes if all([isinstance(each, type) and not isinstance(each, GenericAlias) for each in classes]) else None


def _annotated(function):
    """What the annotation of the first argument says."""
    import typing
    hints = typing.get_type_hints(function)
    name, kind = next(iter(hints.items()))
    if _classes_of(kind) is None:
        raise TypeError(f"Invalid annotation for {name!r}. {kind!r} " +
                        ("not all arguments are classes." if _is_union(kind) else "is not a class."))
    return kind


def singledispatch(func):
    """A function that chooses its implementation by the class of its first argument."""
    registry = {object: func}
    chosen = {}

    def dispatch(cls):
        if cls not in chosen:
            best = cls if cls in registry else object
            if best is object:
                for kind in registry:
                    if kind is not object and issubclass(cls, kind) and (best is object or _is_before(cls, kind, best)):
                        best = kind
            chosen[cls] = registry[best]
        return chosen[cls]

    def register(cls, func=None):
        if _classes_of(cls) is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", {}):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or "
                                "plain `@register` on an annotated function.")
            func = cls
            cls = _annotated(func)
        elif func is None:
            return lambda func: register(cls, func)
        for kind in _classes_of(cls):
            registry[kind] = func
        chosen.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    from types import MappingProxyType
    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method that chooses its implementation by the class of its first argument behind self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **keywords):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
