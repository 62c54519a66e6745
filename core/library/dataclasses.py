"""dataclasses: __init__, __repr__, __eq__ and the like made from the annotations of a class."""

import abc
import copy
import keyword
import sys
import types
from reprlib import recursive_repr

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MissingType:
    def __repr__(self):
        return f"<dataclasses._MISSING_TYPE object at {id(self):#x}>"


class _KeywordOnlyType:
    pass


class _FactoryType:
    """The default of a parameter whose value a factory makes."""

    def __repr__(self):
        return "<factory>"


MISSING = _MissingType()
_HAS_DEFAULT_FACTORY = _FactoryType()
KW_ONLY = _KeywordOnlyType()
_FIELDS = "__dataclass_fields__"
_KIND_NAMES = {"field": "_FIELD", "class variable": "_FIELD_CLASSVAR", "init variable": "_FIELD_INITVAR"}
_PARAMS = "__dataclass_params__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        return f"dataclasses.InitVar[{getattr(self.type, '__name__', repr(self.type))}]"


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_kind")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._kind = None

    def __set_name__(self, owner, name):
        """The default value of a field is what the name of the attribute is meant for."""
        tell = getattr(type(self.default), "__set_name__", None)
        if tell is not None:
            tell(self.default, owner, name)

    @recursive_repr()
    def __repr__(self):
        kind = None if self._kind is None else _KIND_NAMES[self._kind]
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type={kind})")

    __class_getitem__ = classmethod(types.GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def _is_class_variable(annotation):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_init_variable(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_keyword_mark(annotation):
    return annotation is KW_ONLY


def _name_at(text):
    """The name that a text begins with, after spaces, and what is behind it."""
    text = text.lstrip()
    length = 0
    while length < len(text) and (text[length].isalnum() or text[length] == "_"):
        length += 1
    return text[:length], text[length:].lstrip()


def _means(annotation, cls, home, is_meant):
    """Whether an annotation is the one that is asked about; as a text it is looked up where the class was made."""
    if not isinstance(annotation, str):
        return is_meant(annotation)
    name, rest = _name_at(annotation)
    place = sys.modules.get(cls.__module__)
    if name and rest[:1] == ".":
        if getattr(place, name, None) is not sys.modules.get(home):
            return False
        place, name = sys.modules.get(home), _name_at(rest[1:])[0]
    return name != "" and place is not None and is_meant(getattr(place, name, None))


def _own_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, types.MemberDescriptorType):
        default = MISSING
    made = default if isinstance(default, Field) else field(default=default)
    made.name = name
    made.type = annotation
    made._kind = "field"
    if _means(annotation, cls, "typing", _is_class_variable):
        made._kind = "class variable"
    elif _means(annotation, cls, "dataclasses", _is_init_variable):
        made._kind = "init variable"
    if made._kind != "field" and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._kind == "class variable" and made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made.kw_only is MISSING and made._kind != "class variable":
        made.kw_only = kw_only
    if made._kind == "field" and type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _collect(cls, kw_only):
    found = {}
    for base in reversed(cls.__mro__[1:]):
        for name, inherited in base.__dict__.get(_FIELDS, {}).items():
            found[name] = inherited
    is_marked = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _means(annotation, cls, "dataclasses", _is_keyword_mark):
            if is_marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            is_marked = kw_only = True
            continue
        found[name] = made = _own_field(cls, name, annotation, kw_only)
        if isinstance(cls.__dict__.get(name), Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def _made_functions(cls, texts, names):
    """Functions from texts, so that their calls are checked and refused as those of any function."""
    exec("\n".join(texts), names)
    for name in [text[4:text.index("(")] for text in texts]:
        names[name].__qualname__ = f"{cls.__qualname__}.{name}"
        names[name].__module__ = cls.__module__
    return names


def _text(name, parameters, body):
    return f"def {name}({', '.join(parameters)}):\n" + "\n".join(["    " + line for line in body or ["pass"]])


def _make_init(cls, found, frozen, slots):
    names = {"__dataclass_factory__": _HAS_DEFAULT_FACTORY, "__dataclass_set__": object.__setattr__}
    itself = "__dataclass_self__" if "self" in found else "self"
    positional, keywords, body = [], [], []
    seen_default = False
    for each in found.values():
        if each._kind == "class variable":
            continue
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        names["__dataclass_default_" + each.name] = each.default
        names["__dataclass_factory_" + each.name] = each.default_factory
        if each.init:
            if not each.kw_only:
                if seen_default and not has_default:
                    raise TypeError(f"non-default argument {each.name!r} follows default argument")
                seen_default = seen_default or has_default
            usual = "__dataclass_factory__" if each.default is MISSING else "__dataclass_default_" + each.name
            (keywords if each.kw_only else positional).append(f"{each.name}={usual}" if has_default else each.name)
        value = _initial_value(each, slots)
        if each._kind == "field" and value is not None:
            body.append(f"__dataclass_set__({itself}, {each.name!r}, {value})" if frozen else f"{itself}.{each.name} = {value}")
    if hasattr(cls, "__post_init__"):
        passed = [each.name for each in found.values() if each._kind == "init variable"]
        body.append(f"{itself}.__post_init__({', '.join(passed)})")
    parameters = [itself] + positional + (["*"] + keywords if keywords else [])
    function = _made_functions(cls, [_text("__init__", parameters, body)], names)["__init__"]
    function.__annotations__ = {each.name: each.type for each in found.values()
                                if each.init and each._kind != "class variable"}
    function.__annotations__["return"] = None
    return function


def _initial_value(each, slots):
    if each.default_factory is not MISSING:
        made = f"__dataclass_factory_{each.name}()"
        return f"{made} if {each.name} is __dataclass_factory__ else {each.name}" if each.init else made
    if each.init:
        return each.name
    # A class with slots has no attribute of the class that could stand for it.
    return "__dataclass_default_" + each.name if slots and each.default is not MISSING else None


def _values(owner, names):
    return "(" + "".join([f"{owner}.{name}, " for name in names]) + ")"


def _make_methods(cls, found, params):
    """__repr__, the comparisons and __hash__, as far as they are wanted."""
    own = [each for each in found.values() if each._kind == "field"]
    compared = [each.name for each in own if each.compare]
    texts = []
    if params.repr:
        shown = ", ".join([each.name + "={self." + each.name + "!r}" for each in own if each.repr])
        texts.append(_text("__repr__", ["self"], [f'return self.__class__.__qualname__ + f"({shown})"']))
    orders = [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")] if params.order else []
    for name, symbol in ([("__eq__", "==")] if params.eq else []) + orders:
        body = ["if other.__class__ is self.__class__:",
                f"    return {_values('self', compared)} {symbol} {_values('other', compared)}", "return NotImplemented"]
        texts.append(_text(name, ["self", "other"], body))
    hashed = [each.name for each in own if (each.compare if each.hash is None else each.hash)]
    texts.append(_text("__hash__", ["self"], [f"return hash({_values('self', hashed)})"]))
    made = _made_functions(cls, texts, {})
    if params.repr:
        generated = made["__repr__"]
        made["__repr__"] = recursive_repr()(generated)
        # pprint tells by these two that the __repr__ is not one that the program wrote.
        made["__repr__"].__wrapped__ = generated
        generated.__qualname__ = "__create_fn__.<locals>.__repr__"
    return made


def _forbid_changes(cls, found):
    def __setattr__(self, name, value):
        if type(self) is cls or name in found:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in found:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
        if function.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
        setattr(cls, function.__name__, function)


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _set_hash(cls, params, has_own, function):
    if params.unsafe_hash:
        if has_own:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = function
    elif params.eq and not has_own:
        cls.__hash__ = function if params.frozen else None


def _check_bases(cls, frozen):
    for base in cls.__mro__[1:]:
        params = base.__dict__.get(_PARAMS)
        if params is None:
            continue
        if params.frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


def _process(cls, params, match_args, kw_only, slots, weakref_slot):
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    _check_bases(cls, params.frozen)
    found = _collect(cls, kw_only)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, params)
    if params.init:
        _set_new(cls, "__init__", _make_init(cls, found, params.frozen, slots))
    methods = _make_methods(cls, found, params)
    if params.repr:
        _set_new(cls, "__repr__", methods["__repr__"])
    if params.eq:
        _set_new(cls, "__eq__", methods["__eq__"])
    if params.order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if _set_new(cls, name, methods[name]):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                                "functools.total_ordering")
    if params.frozen:
        _forbid_changes(cls, found)
    _set_hash(cls, params, has_own_hash, methods["__hash__"])
    if match_args:
        _set_new(cls, "__match_args__",
                 tuple([each.name for each in found.values()
                        if each._kind != "class variable" and each.init and not each.kw_only]))
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + str(_signature(cls)).replace(" -> None", "")
    made = _with_slots(cls, found, params.frozen, weakref_slot) if slots else cls
    return abc.update_abstractmethods(made)


def _signature(cls):
    import inspect
    return inspect.signature(cls)


def _with_slots(cls, found, frozen, weakref_slot):
    """The class made once more, with slots: they cannot be added to one that is there."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    names = [each.name for each in found.values() if each._kind == "field"]
    wanted = tuple([name for name in names + (["__weakref__"] if weakref_slot else []) if name not in inherited])
    namespace = dict(cls.__dict__)
    for name in names:
        namespace.pop(name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace["__slots__"] = wanted
    namespace["__qualname__"] = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if frozen:
        for name, function in (("__getstate__", _get_state), ("__setstate__", _set_state)):
            if name not in namespace:
                setattr(made, name, function)
    return made


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of {cls.__name__!r} cannot be determined")
    return (slots,) if isinstance(slots, str) else tuple(slots)


def _get_state(self):
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, _Params(init, repr, eq, order, unsafe_hash, frozen), match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([each for each in found.values() if each._kind == "field"])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda each, inner: dict_factory([(part.name, inner(getattr(each, part.name)))
                                                         for part in fields(each)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, lambda each, inner: tuple_factory([inner(getattr(each, part.name)) for part in fields(each)]))


def _inner(obj, convert):
    def inner(value):
        if _is_instance(value):
            return convert(value, inner)
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(*[inner(item) for item in value])
        if isinstance(value, (list, tuple)):
            return type(value)([inner(item) for item in value])
        if isinstance(value, dict):
            return type(value)([(inner(key), inner(item)) for key, item in value.items()])
        return copy.deepcopy(value)
    return inner(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for each in getattr(obj, _FIELDS).values():
        if each._kind == "class variable":
            continue
        if not each.init:
            if each.name in changes:
                raise ValueError(f"field {each.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if each.name not in changes:
            if each._kind == "init variable" and each.default is MISSING:
                raise ValueError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(obj, each.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            item = item, "typing.Any"
        if len(item) not in (2, 3):
            raise TypeError(f"Invalid field: {item!r}")
        name = item[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = item[1]
        if len(item) == 3:
            defaults[name] = item[2]

    def fill(body):
        body.update({} if namespace is None else namespace)
        body.update(defaults)
        body["__annotations__"] = annotations

    return dataclass(**options)(types.new_class(cls_name, bases, {}, fill))
