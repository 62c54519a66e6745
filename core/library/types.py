"""types: the types that have no name of their own among the builtins."""


def _function():
    yield


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(_Class.method)
CodeType = type(_function.__code__)
GeneratorType = type(_function())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(__import__("sys"))
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)
CellType = type((lambda cell: lambda: cell)(1).__closure__[0])


class SimpleNamespace:
    """An object whose attributes are the keywords it is made with."""

    def __init__(self, **attributes):
        for name in attributes:
            setattr(self, name, attributes[name])

    def __repr__(self):
        names = vars(self)
        pairs = [name + "=" + repr(names[name]) for name in names]
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return name + "(" + ", ".join(pairs) + ")"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return vars(self) == vars(other)
        return NotImplemented


class MappingProxyType:
    """A mapping that shows another one and cannot be changed."""

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __eq__(self, other):
        return self._mapping == other

    def __str__(self):
        return str(self._mapping)

    def __repr__(self):
        return "mappingproxy(" + repr(self._mapping) + ")"


class DynamicClassAttribute(property):
    pass


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return type(name, bases, namespace)


def coroutine(func):
    return func
