"""typing: names for annotations. Annotations are not checked, here as in CPython."""


class _Form:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __repr__(self):
        return "typing." + self._name


Any = _Form("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Callable = _Form("Callable")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
Generator = _Form("Generator")
Sequence = _Form("Sequence")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
List = _Form("List")
Dict = _Form("Dict")
Set = _Form("Set")
FrozenSet = _Form("FrozenSet")
Tuple = _Form("Tuple")
Type = _Form("Type")
Literal = _Form("Literal")
Final = _Form("Final")
ClassVar = _Form("ClassVar")
NoReturn = _Form("NoReturn")
Generic = object
Protocol = object
TYPE_CHECKING = False


def TypeVar(name, *constraints, **options):
    return _Form(name)


def cast(type, value):
    return value


def NewType(name, type):
    return type


def overload(function):
    return function
