"""typing: names for annotations. Annotations are not checked, here as in CPython."""
import sys
import collections
import collections.abc
from types import GenericAlias, UnionType

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
              "Concatenate", "TypeAlias", "TypeGuard", "Required", "NotRequired", "Unpack"):
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


class _ProtocolMeta(collections.abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if super().__instancecheck__(instance):
            return True
        if not getattr(cls, "_is_protocol", False):
            return False
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all([hasattr(instance, name) for name in cls._members])


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True
    _members = ()

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        cls._is_protocol = Protocol in cls.__bases__
        if not cls._is_protocol:
            return
        own = [name for name in cls.__dict__ if not name.startswith("_") or callable(cls.__dict__[name])]
        own = [name for name in own if name not in ("__module__", "__qualname__", "__doc__", "__init_subclass__", "_abc_registry")]
        cls._members = tuple(own) + tuple(getattr(cls, "__annotations__", ()))


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        fields = namespace.get("__annotations__", {})
        defaults = [namespace[field] for field in fields if field in namespace]
        made = collections.namedtuple(name, list(fields), defaults=defaults, module=namespace["__module__"])
        made.__annotations__ = dict(fields)
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
        made.__annotations__ = dict(fields)
        return made


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        made = super().__new__(mcls, name, (dict,), namespace)
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
        annotations.update(namespace.get("__annotations__", {}))
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


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


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


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    for place in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        names = globalns
        if names is None:
            import sys

            names = vars(sys.modules[getattr(obj, "__module__", "builtins")]) if hasattr(obj, "__module__") else vars(obj)
        for name, hint in getattr(place, "__annotations__", {}).items():
            if hint is None:
                hint = type(None)
            hints[name] = eval(hint, dict(names), localns) if isinstance(hint, str) else hint
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


overload = final = no_type_check = no_type_check_decorator = _as_it_is


def dataclass_transform(**options):
    return _as_it_is


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
