"""collections: deque is native; the dicts and named tuples are written over dict and tuple."""
import sys
import _collections
from _collections import deque
import _builtins_support as _support

# The dicts whose repr is being made, by thread.
_open = set()


def _guarded(value, instead, repr_of):
    """What repr_of() makes; `instead` where `value` is met inside itself."""
    this = id(value), _support.thread()
    if this in _open:
        return instead
    _open.add(this)
    try:
        return repr_of()
    finally:
        _open.discard(this)


class OrderedDict(dict):
    """A dict that knows about its order: it can be changed, and two of them are equal in the same order only."""

    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        for other in _support.same_hash(self, _support.hash_in_table(key)):
            if other is key or other == key:
                key = other
                break
        others = [] if last else [pair for pair in dict.items(self) if pair[0] is not key and pair[0] != key]
        dict.__delitem__(self, key)
        if not last:
            dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, others)

    def popitem(self, last=True):
        if not len(self):
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        key = next(iter(self))
        return key, dict.pop(self, key)

    def pop(self, key, *default, **named):
        if named:
            default += (named.pop('default'),)
        return dict.pop(self, key, *default)

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        return super().fromkeys(iterable, value)

    def copy(self):
        return self.__class__(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        return self.__class__, (), vars(self) or None, None, iter(self.items())

    def __repr__(self):
        if not len(self):
            return f'{type(self).__name__}()'
        return _guarded(self, '...', lambda: f'{type(self).__name__}({list(self.items())!r})')


class defaultdict(_collections.DictBase):
    def __init__(self, default_factory=None, *sources, **items):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        _collections.set_factory(self, default_factory)
        self.update(*sources, **items)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        arguments = () if self.default_factory is None else (self.default_factory,)
        return type(self), arguments, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        inner = _guarded(self, '{...}', lambda: repr(dict(self.items())))
        return f'{type(self).__name__}({self.default_factory!r}, {inner})'


class Counter(dict):
    """How often each thing is there; 0 for what is not. Counts may be negative."""

    def __init__(self, iterable=None, /, **counts):
        self.update(iterable, **counts)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **counts):
        self._count(iterable, 1)
        self._count(counts, 1)

    def subtract(self, iterable=None, /, **counts):
        self._count(iterable, -1)
        self._count(counts, -1)

    def _count(self, source, sign):
        if source is None:
            return
        if isinstance(source, dict) or hasattr(source, 'keys') and hasattr(source, 'items'):
            if sign > 0 and not self:
                # as they are: they need not be numbers
                dict.update(self, source)
                return
            for key, count in source.items():
                self[key] = count + self.get(key, 0) if sign > 0 else self.get(key, 0) - count
        else:
            for key in source:
                self[key] = self.get(key, 0) + sign

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return ordered if n is None else ordered[:max(n, 0)]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def _agrees(self, other, relation):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(relation(self[key], other[key]) for counter in (self, other) for key in counter)

    def __eq__(self, other):
        return self._agrees(other, lambda mine, others: mine == others)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __le__(self, other):
        return self._agrees(other, lambda mine, others: mine <= others)

    def __lt__(self, other):
        within = self.__le__(other)
        return within if within is NotImplemented else within and self != other

    def __ge__(self, other):
        return self._agrees(other, lambda mine, others: mine >= others)

    def __gt__(self, other):
        around = self.__ge__(other)
        return around if around is NotImplemented else around and self != other

    def _combined(self, other, function):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key in [*self, *(key for key in other if key not in self)]:
            count = function(self[key], other[key])
            if count > 0:
                made[key] = count
        return made

    def __add__(self, other):
        return self._combined(other, lambda mine, others: mine + others)

    def __sub__(self, other):
        return self._combined(other, lambda mine, others: mine - others)

    def __and__(self, other):
        return self._combined(other, min)

    def __or__(self, other):
        return self._combined(other, max)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _changed(self, other, function):
        for key in [*self, *(key for key in other if key not in self)]:
            count = function(self[key], other[key])
            if count > 0:
                self[key] = count
            else:
                del self[key]
        return self

    def __iadd__(self, other):
        return self._changed(other, lambda mine, others: mine + others)

    def __isub__(self, other):
        return self._changed(other, lambda mine, others: mine - others)

    def __iand__(self, other):
        return self._changed(other, min)

    def __ior__(self, other):
        return self._changed(other, max)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            # counts that cannot be ordered
            shown = dict(self)
        return f'{type(self).__name__}({shown!r})'


class _Field:
    """A property with the words of a field of a tuple."""

    @staticmethod
    def at(index):
        def get(self):
            return self[index]
        return property(get, _Field._refuse_set, _Field._refuse_delete, 'Alias for field number ' + str(index))

    @staticmethod
    def _refuse_set(self, value):
        raise AttributeError("can't set attribute")

    @staticmethod
    def _refuse_delete(self):
        raise AttributeError("can't delete attribute")


class _NamedTuple(tuple):
    __slots__ = ()

    def __new__(cls, /, *values, **named):
        fields = cls._fields
        if len(values) > len(fields):
            most = len(fields) + 1
            least = most - len(cls._field_defaults)
            count = str(most) if least == most else 'from ' + str(least) + ' to ' + str(most)
            raise TypeError(cls.__name__ + '.__new__() takes ' + count + ' positional argument'
                            + ('' if most == 1 else 's') + ' but ' + str(len(values) + 1) + ' were given')
        items = list(values)
        missing = []
        for field in fields[len(values):]:
            if field in named:
                items.append(named.pop(field))
            elif field in cls._field_defaults:
                items.append(cls._field_defaults[field])
            else:
                missing.append(repr(field))
        for name in named:
            problem = 'multiple values for' if name in fields else 'an unexpected keyword'
            raise TypeError(cls.__name__ + '.__new__() got ' + problem + ' argument ' + repr(name))
        if missing:
            plural = '' if len(missing) == 1 else 's'
            names = ', '.join(missing[:-1])
            separator = '' if len(missing) == 1 else ' and ' if len(missing) == 2 else ', and '
            raise TypeError(cls.__name__ + '.__new__() missing ' + str(len(missing)) + ' required positional argument'
                            + plural + ': ' + names + separator + missing[-1])
        return _collections.make_named(cls, items)

    @classmethod
    def _make(cls, iterable):
        items = list(iterable)
        if len(items) != len(cls._fields):
            raise TypeError('Expected ' + str(len(cls._fields)) + ' arguments, got ' + str(len(items)))
        return _collections.make_named(cls, items)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, /, **changes):
        values = [changes.pop(field) if field in changes else value for field, value in zip(self._fields, self)]
        if changes:
            raise ValueError('Got unexpected field names: ' + repr(list(changes)))
        return self._make(values)

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        pairs = [field + '=' + repr(value) for field, value in zip(self._fields, self)]
        return type(self).__name__ + '(' + ', '.join(pairs) + ')'


_made = []


def _is_field_name(name):
    from keyword import iskeyword
    return name.isidentifier() and not iskeyword(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(field) for field in field_names]
    if rename:
        for index, name in enumerate(names):
            if not _is_field_name(name) or name.startswith('_') or name in names[:index]:
                names[index] = '_' + str(index)
    for name in [typename] + names:
        if not isinstance(name, str):
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if not _is_field_name(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for index, name in enumerate(names):
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in names[:index]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
    fields = tuple(names)

    class Made(_NamedTuple):
        __slots__ = ()

    # Its tuples hold no reference to their class.
    _made.append(Made)
    Made.__name__ = typename
    Made.__qualname__ = typename
    Made.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__') if module is None else module
    Made.__doc__ = typename + '(' + ', '.join(fields) + ')'
    Made._fields = Made.__match_args__ = fields
    values = [] if defaults is None else list(defaults)
    if len(values) > len(fields):
        raise TypeError('Got more default values than field names')
    Made._field_defaults = dict(zip(fields[len(fields) - len(values):], values))
    for index in range(len(fields)):
        setattr(Made, fields[index], _Field.at(index))
    return Made


class ChainMap:
    """Several mappings looked into one after the other; the first takes what is written."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def _merged(self):
        return {key: self[key] for key in self}

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return self._merged().keys()

    def values(self):
        return self._merged().values()

    def items(self):
        return self._merged().items()

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f'Key not found in the first mapping: {key!r}')
        del self.maps[0][key]

    def pop(self, key, *default):
        if key not in self.maps[0] and not default:
            raise KeyError(f'Key not found in the first mapping: {key!r}')
        return self.maps[0].pop(key, *default)

    def update(self, *sources, **items):
        self.maps[0].update(*sources, **items)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def new_child(self, m=None, **kwargs):
        first = {} if m is None else m
        first.update(kwargs)
        return type(self)(first, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, *value):
        return cls(dict.fromkeys(iterable, *value))

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.') from None

    def clear(self):
        self.maps[0].clear()

    __reversed__ = None

    def __or__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        made = dict(other)
        for mapping in reversed(self.maps):
            made.update(mapping)
        return type(self)(made)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __eq__(self, other):
        if not hasattr(other, 'keys'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join([repr(mapping) for mapping in self.maps]) + ')'


from collections._users import UserDict, UserList, UserString
