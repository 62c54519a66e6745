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
    return ResolvedBases(resolved, bases)


class ResolvedBases(tuple):
    """The bases of a class, with what the class statement says."""

    def __new__(cls, resolved, original):
        made = tuple.__new__(cls, resolved)
        made._original = original
        return made


def prepare_class(metaclass, name, bases, keywords, module, qualified_name, doc, original_bases):
    space = metaclass.__prepare__(name, bases, **keywords)
    if not hasattr(type(space), '__getitem__'):
        raise TypeError(metaclass.__name__ + '.__prepare__() must return a mapping, not ' + type(space).__name__)
    space['__module__'] = module
    space['__qualname__'] = qualified_name
    if original_bases is not None:
        space['__orig_bases__'] = original_bases
    if doc is not None:
        space['__doc__'] = doc
    return space


def name_in_space(space, name, outside, is_outside):
    try:
        return space[name]
    except KeyError:
        if is_outside:
            return outside
    raise NameError('name ' + repr(name) + ' is not defined', name=name)


def store_in_space(space, name, value):
    space[name] = value


def delete_from_space(space, name):
    try:
        del space[name]
        return
    except KeyError:
        pass
    raise NameError('name ' + repr(name) + ' is not defined', name=name)


def finish_prepared(metaclass, name, bases, space, keywords, cell):
    if cell is not None:
        space['__classcell__'] = cell
    return metaclass(name, bases, space, **keywords)


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


def type_text(value):
    """How a type stands in the repr of another."""
    if value is ...:
        return '...'
    if value is type(None):
        return 'None'
    if isinstance(value, list):
        return '[' + ', '.join([type_text(each) for each in value]) + ']'
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else value.__module__ + '.' + value.__qualname__
    return repr(value)


class GenericAlias:
    """list[int] and its like: the class that it stands for, and what it was subscripted with."""

    __module__ = 'types'

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    @property
    def __parameters__(self):
        found = []
        for each in self.__args__:
            of_each = (each,) if type(each).__name__ == 'TypeVar' else getattr(each, '__parameters__', ())
            found.extend([parameter for parameter in of_each if parameter not in found])
        return tuple(found)

    def __getitem__(self, items):
        parameters = self.__parameters__
        items = items if isinstance(items, tuple) else (items,)
        if not parameters:
            raise TypeError(repr(self) + ' is not a generic class')
        if len(items) != len(parameters):
            raise TypeError('Too ' + ('many' if len(items) > len(parameters) else 'few') + ' arguments for '
                            + repr(self) + '; actual ' + str(len(items)) + ', expected ' + str(len(parameters)))
        given = dict(zip(parameters, items))
        replaced = []
        for each in self.__args__:
            inner = getattr(each, '__parameters__', ())
            if inner and not isinstance(each, type):
                each = each[tuple([given[parameter] for parameter in inner])]
            replaced.append(given[each] if each in parameters else each)
        return GenericAlias(self.__origin__, tuple(replaced))

    def __call__(self, *positional, **keywords):
        made = self.__origin__(*positional, **keywords)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError("'types.GenericAlias' object has no attribute " + repr(name))
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, subclass):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __or__(self, other):
        return union_type(self, other)

    def __ror__(self, other):
        return union_type(other, self)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __reduce__(self):
        return type(self), (self.__origin__, self.__args__)

    def __repr__(self):
        return type_text(self.__origin__) + '[' + (', '.join([type_text(each) for each in self.__args__]) or '()') + ']'


def generic_alias(origin, args):
    return GenericAlias(origin, args)


class UnionType:
    __module__ = 'types'

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
        return ' | '.join([type_text(member) for member in self.__args__])


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
