"""Whatever can be called has a __call__; instances only where their class has one."""
from types import MappingProxyType


class Plain:
    def method(self):
        return "method"


class Called:
    def __call__(self, number):
        return number + 1


callables = (len, int, print, "a".upper, Plain, Called, Called(), [].append, lambda: 0, Plain().method)
print(all(hasattr(each, "__call__") for each in callables))  # expect: True
print([hasattr(each, "__call__") for each in (5, "a", Plain(), None)])  # expect: [False, False, False, False]
print((lambda number: number * 2).__call__(4), len.__call__("abc"), Plain().method.__call__(), Called().__call__(1))
# expect: 8 3 method 2
print(int.__call__("7"), type(Plain.__call__()).__name__)  # expect: 7 Plain


class Metre(float):
    def __init__(self, value, unit="m"):
        self.unit = unit


length = Metre(2.5, unit="km")
print(length, length.unit, length * 2, 0.0 ** float("-inf"))  # expect: 2.5 km 5.0 inf
shown = MappingProxyType({1: 2})
print(shown | {3: 4}, {0: 1} | shown, list(reversed(shown)), type(shown).__name__)
# expect: {1: 2, 3: 4} {0: 1, 1: 2} [1] mappingproxy
try:
    shown[1] = 3
except TypeError as error:
    print(error)  # expect: 'mappingproxy' object does not support item assignment
