"""copy: what copyreg says of a class counts; weak references stay what they are; arguments by name are given again."""
import copy
import copyreg
import random
import weakref


class Point:
    def __new__(cls, x):
        made = object.__new__(cls)
        made.x = x
        return made


copyreg.pickle(Point, lambda point: (Point, (point.x + 1,)))
print(copy.copy(Point(3)).x, copy.deepcopy([Point(5)])[0].x)
# expect: 4 6


class Size(int):
    def __new__(cls, *, inches):
        made = int.__new__(cls, inches * 2)
        made.inches = inches
        return made

    def __getnewargs_ex__(self):
        return (), {"inches": self.inches}


print(copy.copy(Size(inches=4)), copy.deepcopy(Size(inches=5)).inches)
# expect: 8 5


class Thing:
    pass


thing, other = Thing(), Thing()
reference = weakref.ref(thing)
print(copy.copy(reference) is reference, copy.deepcopy([reference])[0] is reference)
# expect: True True
names = weakref.WeakKeyDictionary({thing: [1], other: [2]})
same, deep = copy.copy(names), copy.deepcopy(names)
print(same == names, deep == names, deep[thing] is names[thing], same[thing] is names[thing])
# expect: True True False True
values = weakref.WeakValueDictionary({1: thing})
print(copy.copy(values) == values, copy.deepcopy(values)[1] is thing, names == 5)
# expect: True True False
code = (lambda: 0).__code__
print(copy.copy(code) is code)
# expect: True
for attempt in (lambda: random.randrange(10, step=2), lambda: random.choices("ab", [float("inf"), 1]), lambda: enumerate.__iter__()):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
# expect: TypeError
# expect: ValueError
# expect: TypeError
