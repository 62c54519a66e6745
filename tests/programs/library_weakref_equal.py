# Weak references are equal as their targets are; references and mappings of references may be derived from and merged.
import copy
import weakref


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self):
        return hash(self.x)

    def __repr__(self):
        return f"Point({self.x})"

    def double(self):
        return 2 * self.x

    def triple(self):
        return 3 * self.x


first, same, other = Point(1), Point(1), Point(2)
a, b, c = weakref.ref(first), weakref.ref(same), weakref.ref(other)
print(a == b, a != b, a == c, a != c, hash(a) == hash(first), a is weakref.ref(first), a == first, len({a, b, c}))
print(weakref.getweakrefcount(first), weakref.getweakrefs(first) == [a], weakref.getweakrefcount(5), weakref.getweakrefs(5))
gone = weakref.ref(Point(3))
print(gone(), gone == gone, gone == a)
tell(hash, gone)
kept = Point(4)
known = weakref.ref(kept)
before = hash(known)
del kept
print(known(), hash(known) == before)


class Tagged(weakref.ref):
    __slots__ = ("tag",)

    def __new__(cls, target, callback=None, tag=None):
        made = super().__new__(cls, target, callback)
        made.tag = tag
        return made

    def __init__(self, target, callback=None, tag=None):
        super().__init__(target, callback)


class Paired(weakref.ref):
    def __call__(self):
        return (super().__call__(), "paired")


tagged = Tagged(first, None, "mark")
print(tagged(), tagged.tag, isinstance(tagged, weakref.ref), tagged == a, tagged is Tagged(first), Paired(first)())

method = weakref.WeakMethod(first.double)
print(method()(), method == weakref.WeakMethod(first.double), method == weakref.WeakMethod(same.double),
      method == weakref.WeakMethod(first.triple), method == weakref.WeakMethod(other.double), hash(method) == hash(first))
told = []
short = Point(9)
method = weakref.WeakMethod(short.double, told.append)
del short
print(method(), told == [method], isinstance(method, weakref.ref))
tell(weakref.WeakMethod, len)

values = weakref.WeakValueDictionary(x=first, y=other)
more = weakref.WeakValueDictionary(y=same)
print(dict(values | more), dict(more | values), dict(values | {"z": other}), dict({"z": other} | values), type(values | more).__name__)
tell(lambda: values | 5)
values |= more
values |= [("w", other)]
print(dict(values), values.popitem(), [reference() for reference in values.itervaluerefs()])
print(values == weakref.WeakValueDictionary(values), values != more)
values.clear()
tell(values.popitem)

keys = weakref.WeakKeyDictionary({first: 1, other: 2})
print(keys[same], len(keys | {Point(7): 3}), keys.popitem(), len(keys), 5 in keys)
tell(lambda: keys[5])
tell(weakref.WeakKeyDictionary().popitem)
points = weakref.WeakSet([first, other])
print(same in points, points <= points, points < points, points.isdisjoint([Point(5)]), len(points ^ {first}), 5 in points)
points &= [first]
print([point.x for point in points], copy.copy(a) is a, copy.deepcopy(a) is a)
# expect: True False False True True True False 2
# expect: 1 True 0 []
# expect: None True False
# expect: TypeError weak object has gone away
# expect: None True
# expect: Point(1) mark True True False (Point(1), 'paired')
# expect: 2 True True False False True
# expect: None True True
# expect: TypeError argument should be a bound method, not <class 'builtin_function_or_method'>
# expect: {'x': Point(1), 'y': Point(1)} {'y': Point(2), 'x': Point(1)} {'x': Point(1), 'y': Point(2), 'z': Point(2)} {'z': Point(2), 'x': Point(1), 'y': Point(2)} WeakValueDictionary
# expect: TypeError unsupported operand type(s) for |: 'WeakValueDictionary' and 'int'
# expect: {'x': Point(1), 'y': Point(1), 'w': Point(2)} ('w', Point(2)) [Point(1), Point(1)]
# expect: True True
# expect: KeyError 'popitem(): dictionary is empty'
# expect: 1 2 (Point(2), 2) 1 False
# expect: TypeError cannot create weak reference to 'int' object
# expect: KeyError 'popitem(): dictionary is empty'
# expect: True True False True 1 False
# expect: [1] True True
