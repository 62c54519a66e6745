"""dataclasses: __init__, __repr__, __eq__ and the like made from the annotations of a class."""

import copy
import types

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
_PARAMS = "__dataclass_params__"


class InitVar:
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
        self._kind = "field"

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type=_FIELD)")


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


def _is_kind(annotation, cls, name):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1] == name
    return annotation is cls or isinstance(annotation, cls) or getattr(annotation, "__origin__", None) is cls


def _is_class_variable(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1] == "ClassVar"
    return "ClassVar" in repr(annotation)


def _own_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    made = default if isinstance(default, Field) else field(default=MISSING if _is_slot(cls, name) else default)
    made.name = name
    made.type = annotation
    if _is_class_variable(annotation):
        made._kind = "class variable"
    elif _is_kind(annotation, InitVar, "InitVar"):
        made._kind = "init variable"
    if made._kind != "field" and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._kind == "field" and type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    if made._kind == "field" and isinstance(made.default, (list, dict, set)):
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _is_slot(cls, name):
    return name in cls.__dict__.get("__slots__", ())


def _collect(cls, kw_only):
    found = {}
    for base in reversed(cls.__mro__[1:]):
        for name, inherited in base.__dict__.get(_FIELDS, {}).items():
            found[name] = inherited
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or isinstance(annotation, str) and annotation.split(".")[-1] == "KW_ONLY":
            kw_only = True
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


def _made_function(cls, name, parameters, body, names):
    """A function from text, so that its calls are checked and refused as those of any function."""
    text = f"def {name}({', '.join(parameters)}):\n" + "\n".join(["    " + line for line in body or ["pass"]])
    exec(text, names)
    function = names[name]
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    return function


def _make_init(cls, found, frozen):
    names = {"_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__}
    positional, keywords, body = [], [], []
    seen_default = False
    for each in found.values():
        if each._kind == "class variable":
            continue
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        names["_default_" + each.name] = each.default
        names["_factory_" + each.name] = each.default_factory
        if each.init:
            if not each.kw_only:
                if seen_default and not has_default:
                    raise TypeError(f"non-default argument {each.name!r} follows default argument")
                seen_default = seen_default or has_default
            usual = "_HAS_DEFAULT_FACTORY" if each.default is MISSING else "_default_" + each.name
            (keywords if each.kw_only else positional).append(f"{each.name}={usual}" if has_default else each.name)
        value = _initial_value(each)
        if each._kind == "field" and value is not None:
            body.append(f"_set(self, {each.name!r}, {value})" if frozen else f"self.{each.name} = {value}")
    if hasattr(cls, "__post_init__"):
        passed = [each.name for each in found.values() if each._kind == "init variable"]
        body.append(f"self.__post_init__({', '.join(passed)})")
    parameters = ["self"] + positional + (["*"] + keywords if keywords else [])
    function = _made_function(cls, "__init__", parameters, body, names)
    function.__annotations__ = {each.name: each.type for each in found.values()
                                if each.init and each._kind != "class variable"}
    function.__annotations__["return"] = None
    return function


def _initial_value(each):
    if each.default_factory is not MISSING:
        made = f"_factory_{each.name}()"
        return f"{made} if {each.name} is _HAS_DEFAULT_FACTORY else {each.name}" if each.init else made
    if each.init:
        return each.name
    return None


_open_reprs = []


def _repr(self):
    if any([other is self for other in _open_reprs]):
        return "..."
    _open_reprs.append(self)
    try:
        pairs = [f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr]
        return type(self).__qualname__ + "(" + ", ".join(pairs) + ")"
    finally:
        _open_reprs.remove(self)


def _compared(value):
    return tuple([getattr(value, each.name) for each in fields(value) if each.compare])


def _eq(self, other):
    if other.__class__ is self.__class__:
        return _compared(self) == _compared(other)
    return NotImplemented


def _lt(self, other):
    return _compared(self) < _compared(other) if other.__class__ is self.__class__ else NotImplemented


def _le(self, other):
    return _compared(self) <= _compared(other) if other.__class__ is self.__class__ else NotImplemented


def _gt(self, other):
    return _compared(self) > _compared(other) if other.__class__ is self.__class__ else NotImplemented


def _ge(self, other):
    return _compared(self) >= _compared(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self):
    return hash(tuple([getattr(self, each.name) for each in fields(self)
                       if (each.compare if each.hash is None else each.hash)]))


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
        if function.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
        setattr(cls, function.__name__, function)


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _set_hash(cls, params, has_own):
    if params.unsafe_hash:
        if has_own:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _hash
    elif params.eq and not has_own:
        cls.__hash__ = _hash if params.frozen else None


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
        _set_new(cls, "__init__", _make_init(cls, found, params.frozen))
    if params.repr:
        _set_new(cls, "__repr__", _repr)
    if params.eq:
        _set_new(cls, "__eq__", _eq)
    if params.order:
        for name, function in (("__lt__", _lt), ("__le__", _le), ("__gt__", _gt), ("__ge__", _ge)):
            if _set_new(cls, name, function):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                                "functools.total_ordering")
    if params.frozen:
        _forbid_changes(cls, found)
    _set_hash(cls, params, has_own_hash)
    if match_args:
        _set_new(cls, "__match_args__",
                 tuple([each.name for each in found.values()
                        if each._kind != "class variable" and each.init and not each.kw_only]))
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + str(_signature(cls)).replace(" -> None", "")
    return _with_slots(cls, found, params.frozen, weakref_slot) if slots else cls


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
        made.__getstate__, made.__setstate__ = _get_state, _set_state
    return made


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
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
    names = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
            continue
        annotations[item[0]] = item[1]
        if len(item) == 3:
            names[item[0]] = item[2]
    names["__annotations__"] = annotations
    return dataclass(**options)(type(cls_name, tuple(bases), names))
