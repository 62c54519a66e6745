"""contextvars: variables with a value of its own in each context. A thread begins with an empty one."""

import threading

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_missing = object()
_current = threading.local()


class Context:
    """The values of variables at one time, or while run() runs."""

    def __init__(self):
        self._values = {}
        self._previous = None
        self._is_entered = False

    def run(self, callable, *args, **kwargs):
        if self._is_entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._previous, self._is_entered = _context(), True
        _current.context = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current.context = self._previous
            self._previous, self._is_entered = None, False

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(var, default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def _context():
    try:
        return _current.context
    except AttributeError:
        _current.context = Context()
        return _current.context


def copy_context():
    return _context().copy()


class Token:
    MISSING = _missing

    def __init__(self, var, old_value, context):
        self.var, self.old_value, self._context, self._is_used = var, old_value, context, False

    def __repr__(self):
        return f"<Token{' used' if self._is_used else ''} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        values = _context()._values
        if self in values:
            return values[self]
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _context()
        token = Token(self, context._values.get(self, _missing), context)
        context._values[self] = value
        return token

    def reset(self, token, /):
        if token._is_used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _context():
            raise ValueError(f"{token!r} was created in a different Context")
        token._is_used = True
        if token.old_value is _missing:
            del token._context._values[self]
        else:
            token._context._values[self] = token.old_value

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"
