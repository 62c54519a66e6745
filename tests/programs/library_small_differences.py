# Answers of the library that programs print: namedtuple, deque, len(), globals(), files that cannot be pickled.
import pickle
import tempfile
from collections import deque, namedtuple
from enum import Enum
from typing import NewType


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__ + ":", error)


Point = namedtuple("Point", "x y z", defaults=[0])
for wrong in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point._make([1]), lambda: namedtuple("One", "a")(1, 2)):
    attempt(wrong)
print(Point.__doc__, Point._make("abc"))


class Upper(Point):
    def __new__(cls, x, y):
        return super().__new__(cls, x * 10, y * 10)


print(Upper(1, 2)._replace(x=5), Upper._make([1, 2, 3]))
items = deque([1, 2, 3])
attempt(lambda: items.remove(1000))
attempt(lambda: items[0:2])
attempt(lambda: items["a"])


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


for size in (3, True, -1, "x", 2.5, 10 ** 30):
    attempt(lambda: len(Sized(size)))
with tempfile.TemporaryFile("w") as file:
    attempt(lambda: pickle.dumps(file))
    attempt(lambda: pickle.dumps([file.buffer]))
UserId = NewType("UserId", int)
print(UserId)


class Color(Enum):
    RED = 1


names = globals()
names["made"] = 42
print(made, isinstance(names, dict), type(names), "made" in names, names.get("absent", "none"), names["Color"] is Color)
later = 1
print(names["later"], names.pop("later"), "later" in names, "later" in globals())
attempt(lambda: globals()["absent"])
for number in range(2):
    globals()[f"variable_{number}"] = number * 10
print(variable_0, variable_1, [name for name in names if name.startswith("variable")], sum(1 for value in globals().values() if value is Color))
globals().update(first=1, second=2)
print(first + second, eval("first + second", globals()), eval("first + extra", globals(), {"extra": 5}), {**globals()}["first"])
del globals()["first"]
attempt(lambda: first)
exec("third = second + 1", globals())
print(third, sorted(name for name, value in globals().items() if isinstance(value, int) and not isinstance(value, bool)))
try:
    for each in globals():
        pass
except RuntimeError as error:
    print(error)
# expect: TypeError: Point.__new__() missing 2 required positional arguments: 'x' and 'y'
# expect: TypeError: Point.__new__() takes from 3 to 4 positional arguments but 5 were given
# expect: TypeError: Expected 3 arguments, got 1
# expect: TypeError: One.__new__() takes 2 positional arguments but 3 were given
# expect: Point(x, y, z) Point(x='a', y='b', z='c')
# expect: Upper(x=5, y=20, z=0) Upper(x=1, y=2, z=3)
# expect: ValueError: 1000 is not in deque
# expect: TypeError: sequence index must be integer, not 'slice'
# expect: TypeError: sequence index must be integer, not 'str'
# expect: 3
# expect: 1
# expect: ValueError: __len__() should return >= 0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: TypeError: cannot pickle '_io.TextIOWrapper' object
# expect: TypeError: cannot pickle '_io.BufferedWriter' object
# expect: __main__.UserId
# expect: 42 True <class 'dict'> True none True
# expect: 1 1 False False
# expect: KeyError: 'absent'
# expect: 0 10 ['variable_0', 'variable_1'] 1
# expect: 3 3 6 1
# expect: NameError: name 'first' is not defined
# expect: 3 ['made', 'number', 'second', 'size', 'third', 'variable_0', 'variable_1']
# expect: dictionary changed size during iteration
