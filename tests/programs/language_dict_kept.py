# A kept __dict__ and its object change with each other, whichever of them is written to.
import json
import pickle
from collections import Counter, OrderedDict, defaultdict


class Point:
    def __init__(self, x):
        self.x = x


point = Point(1)
names = point.__dict__
point.y = 2
print(names, names["y"], "y" in names, len(names), list(names), names.get("z"))
names["z"] = 3
print(point.z, vars(point), names == vars(point), names == {"x": 1, "y": 2, "z": 3})
del point.x
print(names, sorted(names.items()), list(names.values()), list(names.keys()))
point.y = 20
print([f"{key}={value}" for key, value in names.items()], names | {"w": 4}, {"a": 0} | names)
names |= {"u": 5}
print(point.u, names.popitem(), hasattr(point, "u"), names.pop("z"), hasattr(point, "z"))
names.update(k=6)
print(point.k, names.setdefault("k", 7), names.setdefault("m", 8), point.m)
print(names.copy(), json.dumps(names), dict(names), {**names}, "%(k)d" % names, "{m}".format(**names))
point.star = 9
print({**names})
names.clear()
print(vars(point), bool(names))
point.after = True
for key in names:
    print(key, names[key])


def function():
    pass


kept = function.__dict__
function.note = "set"
print(kept, kept["note"])
kept["other"] = 1
print(function.other)


class Failure(Exception):
    pass


failure = Failure("text")
told = failure.__dict__
failure.code = 4
print(told, told["code"])


class Items(list):
    pass


items = Items()
inside = vars(items)
items.label = "list"
print(inside)
try:
    names["missing"]
except KeyError as error:
    print("KeyError", error)


class Place:
    pass


# What takes in a whole dict at once sees what was set last, too.
place = Place()
kept = place.__dict__
place.x = 1
taken = {}
taken.update(kept)
place.y = 2
copied = pickle.loads(pickle.dumps(kept))
place.z = 3
print(taken, copied, Counter(kept), dict(kept, w=4))
place.u = 5
print(defaultdict(int, kept)["u"], OrderedDict(kept))
# expect: {'x': 1, 'y': 2} 2 True 2 ['x', 'y'] None
# expect: 3 {'x': 1, 'y': 2, 'z': 3} True True
# expect: {'y': 2, 'z': 3} [('y', 2), ('z', 3)] [2, 3] ['y', 'z']
# expect: ['y=20', 'z=3'] {'y': 20, 'z': 3, 'w': 4} {'a': 0, 'y': 20, 'z': 3}
# expect: 5 ('u', 5) False 3 False
# expect: 6 6 8 8
# expect: {'y': 20, 'k': 6, 'm': 8} {"y": 20, "k": 6, "m": 8} {'y': 20, 'k': 6, 'm': 8} {'y': 20, 'k': 6, 'm': 8} 6 8
# expect: {'y': 20, 'k': 6, 'm': 8, 'star': 9}
# expect: {} False
# expect: after True
# expect: {'note': 'set'} set
# expect: 1
# expect: {'code': 4} 4
# expect: {'label': 'list'}
# expect: KeyError 'missing'
# expect: {'x': 1} {'x': 1, 'y': 2} Counter({'z': 3, 'y': 2, 'x': 1}) {'x': 1, 'y': 2, 'z': 3, 'w': 4}
# expect: 5 OrderedDict([('x', 1), ('y', 2), ('z', 3), ('u', 5)])
