# What a class body fills is what the metaclass's __prepare__ returns.
import collections


class Once(dict):
    def __setitem__(self, name, value):
        if name in self:
            raise TypeError(f"{name} is there already")
        super().__setitem__(name, value)


class Numbers(dict):
    def __missing__(self, name):
        if name.startswith("__"):
            raise KeyError(name)
        self[name] = len([known for known in self if known.isupper()])
        return self[name]


class Prepared(type):
    @classmethod
    def __prepare__(metacls, name, bases, space=dict, **keywords):
        print("prepare", name, bases, sorted(keywords))
        return space()

    def __new__(metacls, name, bases, namespace, **keywords):
        print(type(namespace).__name__, [each for each in namespace if not each.startswith("__")])
        return super().__new__(metacls, name, bases, dict(namespace))

    def __init__(cls, *arguments, **keywords):
        super().__init__(*arguments)


class Plain(metaclass=Prepared, level=2):
    """Its words."""

    x: int = 1

    def where(self):
        return __class__.__name__


print(Plain.__doc__, Plain().where(), Plain.__annotations__, Plain.__qualname__)


class Colors(metaclass=Prepared, space=Numbers):
    RED
    GREEN, BLUE
    del GREEN
    total = RED + BLUE


print(Colors.RED, Colors.BLUE, hasattr(Colors, "GREEN"), Colors.total)

try:
    class Twice(metaclass=Prepared, space=Once):
        def method(self):
            pass

        def method(self, more):
            pass
except TypeError as error:
    print(error)


class Fields(collections.UserDict):
    pass


class Missing(metaclass=Prepared):
    try:
        del name
    except NameError as error:
        print(error)
    try:
        name
    except NameError as error:
        print(error)


class Outer(metaclass=Prepared, space=Fields):
    class Inner(metaclass=Prepared):
        value = 5

    value = Inner.value + 1

    def get(self):
        return super().__repr__()[:10]


print(Outer.value, Outer().get())
try:
    class Number(metaclass=Prepared, space=int):
        pass
except TypeError as error:
    print(error)
print(type.__prepare__("x", ()))

# expect: prepare Plain () ['level']
# expect: dict ['x', 'where']
# expect: Its words. Plain {'x': <class 'int'>} Plain
# expect: prepare Colors () []
# expect: Numbers ['RED', 'BLUE', 'total']
# expect: 0 2 False 2
# expect: prepare Twice () []
# expect: method is there already
# expect: prepare Missing () []
# expect: name 'name' is not defined
# expect: name 'name' is not defined
# expect: dict []
# expect: prepare Outer () []
# expect: prepare Inner () []
# expect: dict ['value']
# expect: Fields ['Inner', 'value', 'get']
# expect: 6 <__main__.
# expect: prepare Number () []
# expect: Prepared.__prepare__() must return a mapping, not int
# expect: {}
