"""weakref: references that do not keep what they refer to, and dicts and sets made of them."""
import itertools as _itertools

import _weakref
from _weakref import getweakrefcount, getweakrefs

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyTypes", "WeakValueDictionary",
           "WeakSet", "WeakMethod", "finalize"]


class ReferenceType(_weakref.ref):
    """Equal references have equal targets, as long as these live, and their hash is their targets'."""

    def __new__(cls, object, callback=None, /, **keywords):
        if callback is None and cls is ReferenceType:
            for known in getweakrefs(object):
                if type(known) is cls and known.__callback__ is None:
                    return known
        return _weakref.ref.__new__(cls, object, callback)

    def __init__(self, object, callback=None, /):
        pass

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        own, its = _target(self), _target(other)
        if own is None or its is None:
            return self is other
        return own == its

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __hash__(self):
        if not hasattr(self, "_hash"):
            target = _target(self)
            if target is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(target)
        return self._hash


_target = _weakref.ref.__call__
ref = ReferenceType


class ProxyType:
    """Behaves as its target, as long as that lives."""

    def __init__(self, target, callback=None):
        super().__setattr__("_target", ref(target, callback) if callback is not None else ref(target))

    def __getattr__(self, name):
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __str__(self):
        return str(_alive(self))

    def __repr__(self):
        target = super().__getattribute__("_target")()
        return f"<weakproxy at {hex(id(self))} to {type(target).__name__} at {hex(id(target))}>"

    def __bool__(self):
        return bool(_alive(self))

    def __len__(self):
        return len(_alive(self))

    def __iter__(self):
        return iter(_alive(self))

    def __contains__(self, item):
        return item in _alive(self)

    def __getitem__(self, key):
        return _alive(self)[key]

    def __setitem__(self, key, value):
        _alive(self)[key] = value

    def __delitem__(self, key):
        del _alive(self)[key]

    def __eq__(self, other):
        return _alive(self) == (_alive(other) if isinstance(other, ProxyType) else other)

    def __add__(self, other):
        return _alive(self) + other

    def __lt__(self, other):
        return _alive(self) < other

    __hash__ = None


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return _alive(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def _alive(proxy):
    target = object.__getattribute__(proxy, "_target")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def proxy(object, callback=None):
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


class WeakMethod(ref):
    """A reference to a bound method, which lives as long as its object."""

    def __new__(cls, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        made = ref.__new__(cls, meth.__self__, callback)
        made._function = ref(meth.__func__)
        made._type = type(meth)
        return made

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        owner, function = _target(self), self._function()
        if owner is None or function is None:
            return None
        return self._type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class _Merging:
    """What both mappings do with `|`."""

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_Merging):
    """A mapping whose entries go with their values."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _live(self):
        dead = []
        for key, reference in list(self.data.items()):
            value = reference()
            if value is None:
                dead.append((key, reference))
            else:
                yield key, value
        for key, reference in dead:
            try:
                if self.data[key] is reference:
                    del self.data[key]
            except KeyError:  # another thread was quicker
                pass

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        self[key]
        del self.data[key]

    def __len__(self):
        return len(list(self._live()))

    def __contains__(self, key):
        try:
            return self.data[key]() is not None
        except KeyError:
            return False

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __iter__(self):
        return self.keys()

    def __eq__(self, other):
        if not isinstance(other, (dict, WeakKeyDictionary, WeakValueDictionary)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def keys(self):
        return iter([key for key, _ in self._live()])

    def values(self):
        for _, value in self._live():
            yield value

    def items(self):
        return self._live()

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())

    def get(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            return default
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is not None:
            return value
        self[key] = default
        return default

    def pop(self, key, *args):
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is None and args:
            return args[0]
        if value is None:
            raise KeyError(key)
        return value

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other=(), /, **kw):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key in kw:
            self[key] = kw[key]

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.items():
            made[deepcopy(key, memo)] = value
        return made


class WeakKeyDictionary(_Merging):
    """A mapping whose entries go with their keys."""

    def __init__(self, dict=None):
        # By numbers in the order in which they came: what refers to the key, the value, the key's hash.
        self.data = {}
        self._added = 0
        self._by_hash = {}
        if dict is not None:
            self.update(dict)

    def _place(self, key):
        """The number under which `key` or one equal to it is kept; None: there is none."""
        for number in tuple(self._by_hash.get(hash(key), ())):
            entry = self.data.get(number)
            other = None if entry is None else entry[0]()
            if other is not None and other == key:
                return number
        ref(key)  # what can have no reference cannot be asked for
        return None

    def _live(self):
        for number, (reference, value, _) in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def _entry(self, key):
        place = self._place(key)
        return None if place is None else self.data.get(place)

    def _forget(self, number):
        """What was kept under it; None: another thread was quicker."""
        entry = self.data.pop(number, None)
        if entry is None:
            return None
        hashed = entry[2]
        # Without a call: no other thread comes in between.
        try:
            numbers = self._by_hash[hashed]
            del numbers[number]
            if not numbers:
                del self._by_hash[hashed]
        except KeyError:
            pass
        return entry

    def _put(self, key, value, replaces):
        hashed = hash(key)
        while True:
            number = self._added
            place = self._place(key)
            if place is not None:
                try:
                    if not replaces:
                        return self.data[place][1]
                    self.data[place] = (self.data[place][0], value, hashed)
                    return value
                except KeyError:  # another thread has deleted it
                    continue
            entry = (ref(key, self._remover(number)), value, hashed)
            # From here on there is no call, so no other thread comes in between.
            if self._added != number:
                continue
            self._added = number + 1
            if hashed not in self._by_hash:
                self._by_hash[hashed] = {}
            self._by_hash[hashed][number] = None
            self.data[number] = entry
            return value

    def _remover(self, number):
        own = ref(self)

        def remove(reference):
            mapping = own()
            if mapping is not None:
                mapping._forget(number)

        return remove

    def __getitem__(self, key):
        entry = self._entry(key)
        if entry is None:
            raise KeyError(ref(key))
        return entry[1]

    def __setitem__(self, key, value):
        self._put(key, value, True)

    def __delitem__(self, key):
        place = self._place(key)
        if place is None or self._forget(place) is None:
            raise KeyError(ref(key))

    def __contains__(self, key):
        try:
            return self._place(key) is not None
        except TypeError:
            return False

    def __len__(self):
        return len(list(self._live()))

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __eq__(self, other):
        if not isinstance(other, (dict, WeakKeyDictionary, WeakValueDictionary)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def keys(self):
        return iter([key for key, _ in self._live()])

    def values(self):
        for _, value in self._live():
            yield value

    def items(self):
        return self._live()

    def keyrefs(self):
        return [reference for reference, _, _ in self.data.values()]

    def get(self, key, default=None):
        entry = self._entry(key)
        return default if entry is None else entry[1]

    def setdefault(self, key, default=None):
        return self._put(key, default, False)

    def pop(self, key, *args):
        place = self._place(key)
        entry = None if place is None else self._forget(place)
        if entry is None and args:
            return args[0]
        if entry is None:
            raise KeyError(ref(key))
        return entry[1]

    def popitem(self):
        for number, (reference, value, _) in reversed(list(self.data.items())):
            key = reference()
            if self._forget(number) is not None and key is not None:
                return key, value
        raise KeyError("popitem(): dictionary is empty")

    def update(self, dict=None, /, **kwargs):
        pairs = dict.items() if hasattr(dict, "items") else dict or ()
        for key, value in pairs:
            self[key] = value

    def clear(self):
        self.data, self._by_hash = {}, {}

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made


class WeakSet:
    """A set whose items go when nobody else holds them."""

    def __init__(self, data=None):
        self._keys = WeakKeyDictionary()
        for item in data or ():
            self.add(item)

    def add(self, item):
        self._keys[item] = None

    def discard(self, item):
        self._keys.pop(item, None)

    def remove(self, item):
        self._keys.pop(item)

    def pop(self):
        for item in self:
            if self._keys.pop(item, self) is not self:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self._keys.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def __contains__(self, item):
        return item in self._keys

    def __iter__(self):
        return self._keys.keys()

    def __len__(self):
        return len(self._keys)

    def __or__(self, other):
        return type(self)(list(self) + list(other))

    union = __or__

    def __and__(self, other):
        return type(self)([item for item in self if item in other])

    intersection = __and__

    def __sub__(self, other):
        return type(self)([item for item in self if item not in other])

    difference = __sub__

    def __xor__(self, other):
        return type(self)(set(self) ^ set(other))

    symmetric_difference = __xor__

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        for item in list(self):
            if item not in other:
                self.discard(item)
        return self

    intersection_update = __iand__

    def __isub__(self, other):
        for item in list(other):
            self.discard(item)
        return self

    difference_update = __isub__

    def isdisjoint(self, other):
        return not self & other

    def issubset(self, other):
        return set(self) <= set(other)

    __le__ = issubset

    def __lt__(self, other):
        return set(self) < set(other)

    def issuperset(self, other):
        return set(self) >= set(other)

    __ge__ = issuperset

    def __gt__(self, other):
        return set(self) > set(other)

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join([repr(reference) for reference in self._keys.keyrefs()]) + "}"


class finalize:
    """Calls a function once: when an object dies, when it is called, or at the end of the process."""

    _registry = {}
    _numbers = _itertools.count(1)
    _is_registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._is_registered:
            import atexit

            atexit.register(finalize._exitfunc)
            finalize._is_registered = True
        self.atexit = True
        self._number = next(finalize._numbers)
        finalize._registry[self._number] = (self, ref(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        kept = finalize._registry.pop(self._number, None)
        if kept is not None:
            _, _, func, args, kwargs = kept
            return func(*args, **kwargs)

    def detach(self):
        kept = finalize._registry.get(self._number)
        target = None if kept is None else kept[1]()
        if target is None or finalize._registry.pop(self._number, None) is None:
            return None
        return target, kept[2], kept[3], kept[4]

    def peek(self):
        kept = finalize._registry.get(self._number)
        target = None if kept is None else kept[1]()
        return None if target is None else (target, kept[2], kept[3], kept[4])

    @property
    def alive(self):
        return self._number in finalize._registry

    def __repr__(self):
        kept = finalize._registry.get(self._number)
        target = None if kept is None else kept[1]()
        if target is None:
            return f"<finalize object at {id(self):#x}; dead>"
        return f"<finalize object at {id(self):#x}; for {type(target).__name__!r} at {id(target):#x}>"

    @staticmethod
    def _exitfunc():
        while True:
            pending = [kept[0] for kept in finalize._registry.values() if kept[0].atexit]
            if not pending:
                return
            pending[-1]()
