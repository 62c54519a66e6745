# Attributes, and what __dict__ gives.

import _builtins_support as _support


def getattr_or(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def has_attribute(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def names_of(value):
    try:
        return value.__dict__
    except AttributeError:
        raise TypeError("vars() argument must have __dict__ attribute") from None


def attribute_or(getter, arguments, fallback, name):
    try:
        return getter(*arguments)
    except AttributeError:
        return fallback(name)


# What __dict__ gives: a copy of the attributes that changes them too, and is brought up to date when somebody looks.
class InstanceDict(dict):
    def __setitem__(self, key, value):
        _support.set_own(self, key, value)

    def __delitem__(self, key):
        _support.delete_own(self, key)

    def update(self, *sources, **more):
        for key, value in dict(*sources, **more).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        if not self:
            raise KeyError('popitem(): dictionary is empty')
        key = list(self)[-1]
        return key, self.pop(key)

    def clear(self):
        for key in list(self):
            del self[key]

    def __ior__(self, other):
        self.update(other)
        return self


def _on_fresh(method):
    def look(self, *arguments):
        return method(_support.refresh_own(self), *arguments)
    look.__name__ = method.__name__
    look.__qualname__ = 'dict.' + method.__name__
    return look


for _method in (dict.__getitem__, dict.__contains__, dict.__len__, dict.__iter__, dict.__reversed__, dict.__repr__, dict.__eq__,
                dict.__ne__, dict.__or__, dict.__ror__, dict.get, dict.keys, dict.values, dict.items, dict.copy):
    setattr(InstanceDict, _method.__name__, _on_fresh(_method))


InstanceDict.__name__ = InstanceDict.__qualname__ = 'dict'
InstanceDict.__module__ = 'builtins'
