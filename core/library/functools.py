"""functools: partial, reduce, wraps, caches, comparison helpers."""

_nothing = object()
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


class partial:
    def __init__(self, func, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts += [name + "=" + repr(value) for name, value in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


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
            try:
                setattr(wrapper, name, getattr(wrapped, name))
            except (AttributeError, TypeError):
                pass
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


class _CacheInfo(tuple):
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
            key = (args, tuple(keywords.items())) if keywords else args
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
            return _CacheInfo((counts[0], counts[1], maxsize, len(results)))

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
    roots = [name for name in _DERIVED if any([name in place.__dict__ for place in cls.__mro__[:-1]])]
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
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


class partialmethod:
    """A method with some arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            function = self.func.__get__(obj, cls) if hasattr(self.func, "__get__") else partial(self.func, obj)
            return function(*self.args, *args, **{**self.keywords, **keywords})
        return method


def singledispatch(func):
    """A function that chooses its implementation by the class of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for place in cls.__mro__:
            if place in registry:
                return registry[place]
        return registry[object]

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            function = cls
            hints = getattr(function, "__annotations__", {})
            if not hints:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or "
                                "plain `@register` on an annotated function.")
            cls = next(iter(hints.values()))
        registry[cls] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **keywords)
        return method
