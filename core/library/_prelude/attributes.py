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


# What __dict__ gives: a copy of the attributes that changes them too.
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

    def clear(self):
        for key in list(self):
            del self[key]


InstanceDict.__name__ = InstanceDict.__qualname__ = 'dict'
InstanceDict.__module__ = 'builtins'
