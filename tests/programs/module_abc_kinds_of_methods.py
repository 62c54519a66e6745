# Abstract methods of all kinds, and what says that they are.
import abc


class A(abc.ABC):
    @abc.abstractclassmethod
    def a(cls): pass
    @abc.abstractstaticmethod
    def b(): pass
    @abc.abstractproperty
    def c(self): pass
    @classmethod
    @abc.abstractmethod
    def d(cls): pass
    @property
    @abc.abstractmethod
    def e(self): pass
    @e.setter
    def e(self, v): pass
    @staticmethod
    @abc.abstractmethod
    def f(): pass
    @property
    def g(self): return 1
    @g.setter
    @abc.abstractmethod
    def g(self, v): pass
    @classmethod
    def h(cls): return 2
print(sorted(A.__abstractmethods__), [A.__dict__[n].__isabstractmethod__ for n in 'abcdefgh'])
try: A()
except TypeError as e: print(e)
class B(A):
    a = b = c = d = e = f = g = None
print(B().h(), B.__abstractmethods__, hasattr(abc.ABC, "__slots__"))
class S(abc.ABC):
    __slots__ = ('x',)
s = S(); s.x = 1
try: s.y = 2
except AttributeError as e: print(e)
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] [True, True, True, True, True, True, True, False]
# expect: Can't instantiate abstract class A with abstract methods a, b, c, d, e, f, g
# expect: 2 frozenset() True
# expect: 'S' object has no attribute 'y'
