# defaultdict: factories, what | and copies keep, its repr.
import copy
import pickle
from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
print(d, d.default_factory, d.get("zz"), "zz" in d)
print(d | {"b": 1}, type(d.copy()).__name__, defaultdict(int, a=1) == {"a": 1})
try:
    defaultdict(5)
except TypeError as e:
    print(e)
try:
    defaultdict()["x"]
except KeyError as e:
    print(repr(e))
d = defaultdict(lambda: d)
print(repr(defaultdict(int, {1: 2})))
d.default_factory = int
print(d["x"], d)
class D(defaultdict):
    def __missing__(self, key): return key * 2
print(D()["ab"], D(int), copy.copy(defaultdict(int, a=1)), pickle.loads(pickle.dumps(defaultdict(int, a=1))))
d = defaultdict(list)
d["r"] = d
print(d)
# expect: defaultdict(<class 'list'>, {'a': [1]}) <class 'list'> None False
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': 1}) defaultdict True
# expect: first argument must be callable or None
# expect: KeyError('x')
# expect: defaultdict(<class 'int'>, {1: 2})
# expect: 0 defaultdict(<class 'int'>, {'x': 0})
# expect: abab D(<class 'int'>, {}) defaultdict(<class 'int'>, {'a': 1}) defaultdict(<class 'int'>, {'a': 1})
# expect: defaultdict(<class 'list'>, {'r': defaultdict(<class 'list'>, {...})})
