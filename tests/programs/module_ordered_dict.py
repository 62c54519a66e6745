# OrderedDict: moving keys, order in comparisons, views, copies, itself inside.
import pickle
from collections import OrderedDict

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o, list(reversed(o)), list(reversed(o.items())), list(reversed(o.keys())), list(reversed(o.values())))
try:
    o.move_to_end("zz")
except KeyError as e:
    print(repr(e))
print(o.popitem(), o.popitem(last=False), o)
try:
    OrderedDict().popitem()
except KeyError as e:
    print(repr(e))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), dict(b=2, a=1) == OrderedDict(a=1, b=2), OrderedDict(a=1) != OrderedDict(a=1))
print(OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1))
o = OrderedDict(a=1)
o |= {"z": 3}
print(o)
print(OrderedDict.fromkeys("abc", 0), o.copy(), o.setdefault("q", 5), o.pop("q"), o.pop("n", None))
try:
    o.pop("n")
except KeyError as e:
    print(repr(e))


class O(OrderedDict):
    pass


print(O(a=1), type(O(a=1).copy()).__name__, pickle.loads(pickle.dumps(OrderedDict(a=1))))
o["me"] = o
print(o)
o = OrderedDict()
o["x"] = 1
o["y"] = 2
o["x"] = 3
print(o, o.items(), o.keys(), o.values())
o.update(z=1)
del o["x"]
print(o, len(o))
o.clear()
print(o)
# expect: OrderedDict([('b', 2), ('c', 3), ('a', 1)])
# expect: OrderedDict([('c', 3), ('b', 2), ('a', 1)]) ['a', 'b', 'c'] [('a', 1), ('b', 2), ('c', 3)] ['a', 'b', 'c'] [1, 2, 3]
# expect: KeyError('zz')
# expect: ('a', 1) ('c', 3) OrderedDict([('b', 2)])
# expect: KeyError('dictionary is empty')
# expect: False True True False
# expect: OrderedDict([('a', 1), ('b', 2)]) OrderedDict([('b', 2), ('a', 1)])
# expect: OrderedDict([('a', 1), ('z', 3)])
# expect: OrderedDict([('a', 0), ('b', 0), ('c', 0)]) OrderedDict([('a', 1), ('z', 3)]) 5 5 None
# expect: KeyError('n')
# expect: O([('a', 1)]) O OrderedDict([('a', 1)])
# expect: OrderedDict([('a', 1), ('z', 3), ('me', ...)])
# expect: OrderedDict([('x', 3), ('y', 2)]) odict_items([('x', 3), ('y', 2)]) odict_keys(['x', 'y']) odict_values([3, 2])
# expect: OrderedDict([('y', 2), ('z', 1)]) 2
# expect: OrderedDict()
