"""inspect: signatures, members, documentation, source."""
import functools
import inspect
from typing import List, Optional


def example(a, b: int = 2, /, c="x", *args: int, d, e: Optional[List[int]] = None, **others) -> "str":
    """Doc.

       More.
    """
    return 1


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorated
def wrapped(x, y=1):
    return x


class Base:
    def method(self, q):
        "of the base"


class Derived(Base):
    z = 1

    def __init__(self, p, *, r=3):
        self.p = p

    def method(self, q):
        return q

    @classmethod
    def of_class(cls, u):
        pass

    @staticmethod
    def alone(v):
        pass

    def __call__(self, t):
        pass


made = Derived(1)
for each in (example, wrapped, Derived, made.method, Derived.method, made.of_class, Derived.alone, made, Base,
             functools.partial(example, 1, d=5), functools.partial(wrapped, y=3)):
    print(inspect.signature(each))
found = inspect.signature(example)
print([(each.name, each.kind.name, each.default is each.empty) for each in found.parameters.values()])
print(found.bind(1, 2, 3, 4, 5, d=6, z=7).arguments, found.bind(1, d=2).args, found.bind(1, d=2).kwargs)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 5})):
    try:
        print(found.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
print(inspect.getfullargspec(wrapped.__wrapped__))
print(repr(inspect.getdoc(example)), inspect.getdoc(made.method))
print([name for name, value in inspect.getmembers(made) if not name.startswith("_")])
print(inspect.isfunction(example), inspect.ismethod(made.method), inspect.isclass(Derived), inspect.isgenerator(x for x in ()))
print(inspect.getsource(wrapped), end="")
print(inspect.getsource(Derived.of_class), end="")


def caller():
    return inspect.stack()[1].function, inspect.currentframe().f_back.f_code.co_name


def outer():
    return caller()


print(outer(), inspect.getmro(Derived))
# expect: (a, b: int = 2, /, c='x', *args: int, d, e: Optional[List[int]] = None, **others) -> 'str'
# expect: (x, y=1)
# expect: (p, *, r=3)
# expect: (q)
# expect: (self, q)
# expect: (u)
# expect: (v)
# expect: (t)
# expect: ()
# expect: (b: int = 2, /, c='x', *args: int, d=5, e: Optional[List[int]] = None, **others) -> 'str'
# expect: (x, *, y=3)
# expect: [('a', 'POSITIONAL_ONLY', True), ('b', 'POSITIONAL_ONLY', False), ('c', 'POSITIONAL_OR_KEYWORD', False), ('args', 'VAR_POSITIONAL', True), ('d', 'KEYWORD_ONLY', True), ('e', 'KEYWORD_ONLY', False), ('others', 'VAR_KEYWORD', True)]
# expect: {'a': 1, 'b': 2, 'c': 3, 'args': (4, 5), 'd': 6, 'others': {'z': 7}} (1,) {'d': 2}
# expect: missing a required argument: 'a'
# expect: missing a required argument: 'd'
# expect: <BoundArguments (a=1, d=1, others={'a': 5})>
# expect: FullArgSpec(args=['x', 'y'], varargs=None, varkw=None, defaults=(1,), kwonlyargs=[], kwonlydefaults=None, annotations={})
# expect: 'Doc.\n\nMore.' of the base
# expect: ['alone', 'method', 'of_class', 'p', 'z']
# expect: True True True True
# expect: @decorated
# expect: def wrapped(x, y=1):
# expect:     return x
# expect:     @classmethod
# expect:     def of_class(cls, u):
# expect:         pass
# expect: ('outer', 'outer') (<class '__main__.Derived'>, <class '__main__.Base'>, <class 'object'>)


def positional(x, /, **more):
    return x


try:
    inspect.signature(positional).bind(x=1)
except TypeError as error:
    print(error)  # expect: 'x' parameter is positional only, but was passed as a keyword
