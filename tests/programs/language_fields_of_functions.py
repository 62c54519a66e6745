# What may be set on a function or a generator, and what on an instance of a class whose __slots__ are empty.
import collections
import typing


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def function(a, b=2, *, c=3, d):
    return a, b, c, d


print(function.__defaults__, function.__kwdefaults__)
function.__defaults__ = (1, 2)
print(function(d=1))
function.__kwdefaults__ = {"d": 9}
tell(function)
tell(lambda: function(c=1))
function.__kwdefaults__ = {"c": 1, "d": 2}
function.__kwdefaults__["c"] = 100
print(function())
for name, value in (("__defaults__", [1]), ("__kwdefaults__", [1]), ("__name__", 5), ("__qualname__", None)):
    tell(setattr, function, name, value)
del function.__defaults__, function.__kwdefaults__
print(function.__defaults__, function.__kwdefaults__)
tell(function, 1, 2)


def numbers():
    yield 1


generator = numbers()
generator.__name__ = "renamed"
generator.__qualname__ = "other.renamed"
print(generator.__name__, generator.__qualname__, repr(generator).split(" at ")[0], numbers.__name__)
tell(setattr, generator, "__name__", 5)
tell(setattr, generator, "__qualname__", None)


class Point(collections.namedtuple("Point", "x y")):
    __slots__ = ()

    def size(self):
        return abs(self.x) + abs(self.y)


class Open(collections.namedtuple("Open", "x")):
    pass


class Typed(typing.NamedTuple):
    x: int = 1


class Number(int):
    __slots__ = ()


class Words(list):
    __slots__ = ("name",)


point = Point(3, -4)
print(point.size(), point._replace(x=1))
for value in (point, Typed(), Number(5), Words()):
    tell(setattr, value, "other", 1)
    tell(getattr, value, "__dict__")
tell(setattr, point, "x", 1)
words = Words("ab")
words.name = "letters"
print(words, words.name)
value = Open(1)
value.other = 2
print(value, value.__dict__)
# expect: (2,) {'c': 3}
# expect: (1, 2, 3, 1)
# expect: TypeError function() missing 1 required keyword-only argument: 'c'
# expect: (1, 2, 1, 9)
# expect: (1, 2, 100, 2)
# expect: TypeError __defaults__ must be set to a tuple object
# expect: TypeError __kwdefaults__ must be set to a dict object
# expect: TypeError __name__ must be set to a string object
# expect: TypeError __qualname__ must be set to a string object
# expect: None None
# expect: TypeError function() missing 2 required keyword-only arguments: 'c' and 'd'
# expect: renamed other.renamed <generator object other.renamed numbers
# expect: TypeError __name__ must be set to a string object
# expect: TypeError __qualname__ must be set to a string object
# expect: 7 Point(x=1, y=-4)
# expect: AttributeError 'Point' object has no attribute 'other'
# expect: AttributeError 'Point' object has no attribute '__dict__'
# expect: AttributeError 'Typed' object has no attribute 'other'
# expect: AttributeError 'Typed' object has no attribute '__dict__'
# expect: AttributeError 'Number' object has no attribute 'other'
# expect: AttributeError 'Number' object has no attribute '__dict__'
# expect: AttributeError 'Words' object has no attribute 'other'
# expect: AttributeError 'Words' object has no attribute '__dict__'
# expect: AttributeError can't set attribute
# expect: ['a', 'b'] letters
# expect: Open(x=1) {'other': 2}
