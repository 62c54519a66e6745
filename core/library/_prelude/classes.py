# Classes as class_building.cc leaves them, and instances that take several calls to make.

import _builtins_support as _support


def make_instance(maker, initializer, positional, keywords):
    made = maker(*positional, **keywords)
    if initializer is not None and isinstance(made, positional[0]):
        initializer(made, *positional[1:], **keywords)
    return made


def construct(type, /, *positional, **keywords):
    return type(*positional, **keywords)


def extend_made(constructor, arguments, kind):
    return _support.extend(constructor(*arguments), kind)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
    return tuple(resolved)


def announce_class(made, named, has_hook, keywords):
    for name, member in named:
        try:
            type(member).__set_name__(member, made, name)
        except Exception as error:
            raise RuntimeError('Error calling __set_name__ on ' + repr(type(member).__name__) + ' instance '
                               + repr(name) + ' in ' + repr(made.__name__)) from error
    if has_hook:
        super(made, made).__init_subclass__(**keywords)
    return made


def instantiate(kind, positional, keywords):
    made = kind.__new__(kind, *positional, **keywords)
    if isinstance(made, kind):
        type(made).__init__(made, *positional, **keywords)
    return made


def raise_from(kind, cause):
    raise kind() from cause


class UnionType:
    def __init__(self, members):
        self.__args__ = members

    def __or__(self, other):
        return union_type(self, other)

    def __ror__(self, other):
        return union_type(other, self)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return ' | '.join(['None' if member is type(None) else member.__name__ for member in self.__args__])


def union_type(left, right):
    members = []
    for side in (left, right):
        for member in side.__args__ if isinstance(side, UnionType) else (side,):
            member = type(None) if member is None else member
            if member not in members:
                members.append(member)
    return UnionType(tuple(members))


def check_classes(check, value, classes):
    """isinstance() and issubclass() where a metaclass has a say."""
    if isinstance(classes, UnionType):
        classes = classes.__args__
    if isinstance(classes, tuple):
        return any([check_classes(check, value, each) for each in classes])
    special = _support.special(classes, check)
    if special is not None:
        return True if special(classes, value) else False
    return isinstance(value, classes) if check == '__instancecheck__' else issubclass(value, classes)
