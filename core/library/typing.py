"""typing: names for annotations. Annotations are not checked, here as in CPython."""
import sys
from abc import abstractmethod
import collections
import collections.abc
from types import GenericAlias, ModuleType, UnionType

TYPE_CHECKING = False


def _shown(value):
    """How a type stands in the repr of another."""
    if value is ...:
        return "..."
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([_shown(item) for item in value]) + "]"
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    return repr(value)


class _Form:
    """A name of this module: by itself, or with what it was subscripted with. `origin` is the class that it stands for."""

    def __init__(self, name, origin=None, args=None):
        self._name = name
        self.__origin__ = origin
        self.__args__ = () if args is None else args
        self._subscripted = args is not None

    def __getitem__(self, parameters):
        if self._subscripted:
            return self._with(_substituted(self, parameters))
        if self._name == "Optional":
            return Union[parameters, None]
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        if self._name == "Union":
            return _union(parameters)
        parameters = tuple([type(None) if item is None and self._name != "Literal" else item for item in parameters])
        return self._with(parameters)

    def _with(self, args):
        if self._name == "Union":
            return _union(args)
        return _Form(self._name, self if self.__origin__ is None else self.__origin__, args)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        later = bases[bases.index(self) + 1:]
        is_last = not any([isinstance(base, _Form) or isinstance(base, type) and issubclass(base, Generic) for base in later])
        return ((self.__origin__,) if self.__origin__ not in bases else ()) + ((Generic,) if is_last else ())

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    @property
    def __parameters__(self):
        return _type_variables(self.__args__)

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        if self._name == "Union":
            return other._name == "Union" and set(self.__args__) == set(other.__args__)
        return (self._name, self.__args__, self._subscripted) == (other._name, other.__args__, other._subscripted)

    def __hash__(self):
        return hash((self._name, frozenset(self.__args__) if self._name == "Union" else self.__args__))

    def __repr__(self):
        args = self.__args__
        if not self._subscripted:
            return "typing." + self._name
        if self._name == "Union" and len(args) == 2 and type(None) in args:
            return "typing.Optional[" + _shown(args[0] if args[1] is type(None) else args[1]) + "]"
        return "typing." + self._name + "[" + ", ".join([_shown(item) for item in args]) + "]"


def _union(parameters):
    flat = []
    for item in parameters:
        item = type(None) if item is None else item
        for part in item.__args__ if isinstance(item, _Form) and item._name == "Union" else (item,):
            if part not in flat:
                flat.append(part)
    return flat[0] if len(flat) == 1 else _Form("Union", Union, tuple(flat))


for _name in ("Any", "Union", "Optional", "Literal", "LiteralString", "Final", "ClassVar", "NoReturn", "Never", "Self", "Annotated",
              "Concatenate", "TypeAlias", "TypeGuard", "Required", "NotRequired", "Unpack", "Pattern", "Match", "ContextManager",
              "AsyncContextManager"):
    globals()[_name] = _Form(_name)
for _name, _origin in {"List": list, "Dict": dict, "Set": set, "FrozenSet": frozenset, "Tuple": tuple, "Type": type,
                       "DefaultDict": collections.defaultdict, "OrderedDict": collections.OrderedDict,
                       "Counter": collections.Counter, "ChainMap": collections.ChainMap, "Deque": collections.deque,
                       "AbstractSet": collections.abc.Set}.items():
    globals()[_name] = _Form(_name, _origin)
for _name in ("Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection",
              "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
              "MutableSequence", "ByteString", "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator"):
    globals()[_name] = _Form(_name, getattr(collections.abc, _name))
Text = str


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)
T_co = TypeVar("T_co", covariant=True)


class _GenericForm(_Form):
    """A class of the program with what it was subscripted with."""

    def _with(self, args):
        return _GenericForm(self._name, self.__origin__, args)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            later = bases[bases.index(self) + 1:]
            if Protocol in bases or any([isinstance(base, _GenericForm) for base in later]):
                return ()
        return (self.__origin__,)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _GenericForm):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return f"{_shown(self.__origin__)}[{', '.join([_shown(item) for item in self.__args__])}]"


def _substituted(form, parameters):
    """The arguments of a form with these in the places of its type variables."""
    variables = form.__parameters__
    if not variables:
        raise TypeError(f"{form!r} is not a generic class")
    given = dict(zip(variables, parameters if isinstance(parameters, tuple) else (parameters,)))

    def put(each):
        if isinstance(each, TypeVar):
            return given.get(each, each)
        inner = getattr(each, "__parameters__", ()) if isinstance(each, (_Form, GenericAlias)) else ()
        return each[tuple([given.get(variable, variable) for variable in inner])] if inner else each

    return tuple([put(each) for each in form.__args__])


def _type_variables(args):
    found = []
    for each in args:
        for variable in (each,) if isinstance(each, TypeVar) else getattr(each, "__parameters__", ()):
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _parameters_of_class(bases):
    """In the order in which they are met, unless Generic[...] says another one."""
    met = _type_variables(bases)
    said = [base.__args__ for base in bases if isinstance(base, _GenericForm) and base.__origin__ is Generic]
    if not said:
        return met
    if len(said) > 1:
        raise TypeError("Cannot inherit from Generic[...] multiple times.")
    missing = [repr(each) for each in met if each not in said[0]]
    if missing:
        raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                        f"Generic[{', '.join([repr(each) for each in said[0]])}]")
    return said[0]


class Generic:
    def __class_getitem__(cls, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        if cls in (Generic, Protocol) and not all([isinstance(each, TypeVar) for each in parameters]):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                            "variables.")
        if cls in (Generic, Protocol) and len(set(parameters)) != len(parameters):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        if cls not in (Generic, Protocol):
            cls._check_count(parameters)
        parameters = tuple([type(None) if each is None else each for each in parameters])
        return _GenericForm(cls.__name__, cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in bases or "__orig_bases__" not in cls.__dict__ and Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = _parameters_of_class(bases)

    @classmethod
    def _check_count(cls, parameters):
        expected = cls.__parameters__
        if not expected:
            raise TypeError(f"{cls} is not a generic class")
        if len(parameters) != len(expected) and not any([isinstance(each, (ParamSpec, TypeVarTuple)) for each in expected]):
            raise TypeError(f"Too {'many' if len(parameters) > len(expected) else 'few'} arguments for {cls}; actual "
                            f"{len(parameters)}, expected {len(expected)}")


_NO_MEMBERS = frozenset(("__abstractmethods__", "__annotations__", "__class_getitem__", "__dict__", "__doc__", "__init__",
                         "__init_subclass__", "__module__", "__new__", "__orig_bases__", "__parameters__", "__qualname__", "__slots__",
                         "__subclasshook__", "__weakref__", "_is_protocol", "_is_runtime_protocol"))


def _members(protocol):
    """The names that a class has to have to count as this protocol."""
    found = []
    for place in protocol.__mro__[:-1]:
        if place not in (Protocol, Generic):
            found += [name for name in [*place.__dict__, *place.__dict__.get("__annotations__", ())]
                      if name not in _NO_MEMBERS and not name.startswith("_abc_") and name not in found]
    return found


def _has_only_methods(protocol):
    return all([callable(getattr(protocol, name, None)) for name in _members(protocol)])


def _has_member(cls, name):
    for place in cls.__mro__:
        if name in place.__dict__:
            return place.__dict__[name] is not None
        if getattr(cls, "_is_protocol", False) and name in place.__dict__.get("__annotations__", ()):
            return True
    return False


def _refuse_instances(self, *args, **kwargs):
    """The __init__ of a protocol; for a class that implements it, the next one in its order."""
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for place in type(self).__mro__:
        init = place.__dict__.get("__init__", _refuse_instances)
        if init is not _refuse_instances:
            return init(self, *args, **kwargs)


class _ProtocolMeta(collections.abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls._is_protocol:
            return super().__instancecheck__(instance)
        cls._require_runtime()
        if _has_only_methods(cls) and super().__instancecheck__(instance):
            return True
        return all([hasattr(instance, name) and (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                    for name in _members(cls)])

    def __subclasscheck__(cls, subclass):
        if cls._is_protocol:
            cls._require_runtime()
            if not _has_only_methods(cls):
                raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(subclass)

    def _require_runtime(cls):
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol:
            for base in cls.__bases__:
                if base is not object and base is not Generic and not getattr(base, "_is_protocol", False) and (
                        base.__module__ not in ("collections.abc", "contextlib")):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
            if cls.__init__ in (object.__init__, _refuse_instances):
                cls.__init__ = _refuse_instances

    @classmethod
    def __subclasshook__(cls, other):
        if not (cls.__dict__.get("_is_protocol") and getattr(cls, "_is_runtime_protocol", False) and _has_only_methods(cls)):
            return NotImplemented
        return all([_has_member(other, name) for name in _members(cls)]) or NotImplemented


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


class IO(Generic[AnyStr]):
    """What an open file counts as in annotations; no file derives from it."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _field_types(annotations, module=None):
    """The types of fields as their class keeps them: what is written as a text refers to a name."""
    return {name: ForwardRef(hint, module=module) if isinstance(hint, str) else type(None) if hint is None else hint
            for name, hint in annotations.items()}


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        fields = namespace.get("__annotations__", {})
        defaults = [namespace[field] for field in fields if field in namespace]
        made = collections.namedtuple(name, list(fields), defaults=defaults, module=namespace["__module__"])
        made.__annotations__ = _field_types(fields)
        if Generic in bases:
            made.__parameters__ = _type_variables(namespace.get("__orig_bases__", ()))
            made.__class_getitem__ = classmethod(_NamedTupleMeta._subscripted)
        for key, value in namespace.items():
            if key not in fields and key not in ("__module__", "__qualname__", "__annotations__"):
                setattr(made, key, value)
        return made


    def _subscripted(cls, parameters):
        return _GenericForm(cls.__name__, cls, parameters if isinstance(parameters, tuple) else (parameters,))


class NamedTuple(metaclass=_NamedTupleMeta):
    def __new__(cls, typename, fields=None, /, **kwargs):
        fields = list(fields if fields is not None else kwargs.items())
        made = collections.namedtuple(typename, [name for name, kind in fields])
        made.__annotations__ = _field_types(dict(fields))
        return made


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        made = super().__new__(mcls, name, (dict,), namespace)
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
        annotations.update(_field_types(namespace.get("__annotations__", {}), made.__module__))
        made.__annotations__ = annotations
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictMaker:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        annotations = dict(fields if fields is not None else kwargs)
        return _TypedDictMeta(typename, (), {"__annotations__": annotations}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


_TypedDictBase = _TypedDictMeta("TypedDict", (), {})
TypedDict = _TypedDictMaker()


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__", "__main__")

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __call__(self, x):
        return x

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


def cast(typ, val):
    return val


def get_origin(tp):
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, GenericAlias):
        return tp.__origin__
    return tp.__origin__ if isinstance(tp, _Form) and tp._subscripted else None


def get_args(tp):
    return tp.__args__ if isinstance(tp, (_Form, GenericAlias, UnionType)) else ()


def _names_around(obj):
    """The global names that the annotations of a class, a module or a function (under its decorators) are written with."""
    import sys
    if isinstance(obj, type):
        return vars(sys.modules[obj.__module__]) if obj.__module__ in sys.modules else {}
    if isinstance(obj, ModuleType):
        return vars(obj)
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    return getattr(obj, "__globals__", {})


def _evaluated(hint, global_names, local_names, include_extras):
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        hint = eval(hint, dict(global_names), local_names)
    if not include_extras and get_origin(hint) is Annotated:
        return hint.__args__[0]
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    if not isinstance(obj, type) and not hasattr(obj, "__annotations__"):
        if callable(obj):
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    hints = {}
    for place in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        global_names = _names_around(place) if globalns is None else globalns
        local_names = dict(vars(place)) if isinstance(obj, type) and localns is None else localns
        own = place.__dict__.get("__annotations__", {}) if isinstance(obj, type) else place.__annotations__
        for name, hint in own.items():
            hints[name] = _evaluated(hint, global_names, local_names, include_extras)
    return hints


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    return val


def _as_it_is(value):
    return value


no_type_check_decorator = _as_it_is
_overloads = {}


def _refuse_call(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a "
                              "stub module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    function = getattr(func, "__func__", func)
    _overloads.setdefault((function.__module__, function.__qualname__), []).append(func)
    return _refuse_call


def get_overloads(func):
    function = getattr(func, "__func__", func)
    return list(_overloads.get((function.__module__, function.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _marked(value, name):
    try:
        setattr(value, name, True)
    except (AttributeError, TypeError):
        pass
    return value


def final(f):
    return _marked(f, "__final__")


def no_type_check(arg):
    return _marked(arg, "__no_type_check__")


def dataclass_transform(**options):
    return _as_it_is


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
