# How often things are there: Counter's arithmetic, comparisons, missing keys and repr.
import copy
import pickle
from collections import Counter

a = Counter("abracadabra")
b = Counter("alakazam")
print(a, b)
print(+a, -Counter(a=-3, b=2))
print(a - b, a & b, a | b, a + b)
a2 = a.copy()
a2 += b
print(a2)
a2 -= b
print(a2)
a2 |= b
print(a2)
a2 &= b
print(a2)
print(Counter(a=1, b=0) == Counter(a=1), Counter(a=1) != Counter(a=1, c=2), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=3) >= Counter(a=1), Counter(a=1) > Counter())
print(Counter(a=1) == {"a": 1}, Counter(a=1, z=0) == {"a": 1})
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
c = Counter(a=1)
del c["zz"]
del c["a"]
print(c)
print(sorted(Counter(a=2, b=1).elements()), Counter(a=2, b=3).total())
print(Counter([1, 1, 2]).most_common(1), Counter({"a": 4}), Counter(a=4, iterable=3))
print(Counter({"x": 1, 3: 2, None: 0.5}))
print(Counter({"x": "a", "y": 3}))
c = Counter(a=1)
c.update({"a": 5}, b=2)
print(c)
c.subtract("aab")
print(c)
c.update(a=-10)
print(c, sum(c.values()))
try:
    c.update(1)
except TypeError as e:
    print(e)
try:
    Counter(1, 2)
except TypeError as e:
    print(e)
try:
    Counter.update()
except TypeError as e:
    print(e)
print(pickle.loads(pickle.dumps(Counter("aab"))), copy.deepcopy(Counter("ab")))


class C(Counter):
    pass


print(type(C("ab").copy()).__name__, C("a"), type(C("a") + C("b")).__name__)
try:
    Counter(a=1) + 5
except TypeError as e:
    print(e)
try:
    Counter(a=1) < 5
except TypeError as e:
    print(e)
print("a" in Counter("b"), Counter("b")["q"], len(Counter("b")), dict(Counter("bb")))
c = Counter()
c["x"] += 1
c["y"] -= 1
print(c, c.most_common())
print(c.keys(), c.values(), c.items())
print(isinstance(c, dict), repr(Counter()), str(Counter(x=1)))
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 4, 'l': 1, 'k': 1, 'z': 1, 'm': 1})
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 3})
# expect: Counter({'b': 2, 'r': 2, 'a': 1, 'c': 1, 'd': 1}) Counter({'a': 4}) Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'l': 1, 'k': 1, 'z': 1, 'm': 1}) Counter({'a': 9, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'l': 1, 'k': 1, 'z': 1, 'm': 1})
# expect: Counter({'a': 9, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'l': 1, 'k': 1, 'z': 1, 'm': 1})
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1})
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'l': 1, 'k': 1, 'z': 1, 'm': 1})
# expect: Counter({'a': 4, 'l': 1, 'k': 1, 'z': 1, 'm': 1})
# expect: True True True False True True
# expect: True False
# expect: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
# expect: Counter()
# expect: ['a', 'a', 'b'] 5
# expect: [(1, 2)] Counter({'a': 4}) Counter({'a': 4, 'iterable': 3})
# expect: Counter({3: 2, 'x': 1, None: 0.5})
# expect: Counter({'x': 'a', 'y': 3})
# expect: Counter({'a': 6, 'b': 2})
# expect: Counter({'a': 4, 'b': 1})
# expect: Counter({'b': 1, 'a': -6}) -5
# expect: 'int' object is not iterable
# expect: Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
# expect: Counter.update() missing 1 required positional argument: 'self'
# expect: Counter({'a': 2, 'b': 1}) Counter({'a': 1, 'b': 1})
# expect: C C({'a': 1}) Counter
# expect: unsupported operand type(s) for +: 'Counter' and 'int'
# expect: '<' not supported between instances of 'Counter' and 'int'
# expect: False 0 1 {'b': 2}
# expect: Counter({'x': 1, 'y': -1}) [('x', 1), ('y', -1)]
# expect: dict_keys(['x', 'y']) dict_values([1, -1]) dict_items([('x', 1), ('y', -1)])
# expect: True Counter() Counter({'x': 1})
