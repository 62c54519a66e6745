# slots=True makes the class anew; a dataclass without a docstring has its signature for one.
import dataclasses
import inspect
import pickle
from dataclasses import dataclass, field
from typing import List


@dataclass(slots=True)
class Point:
    x: int
    y: int = 2


@dataclass(frozen=True, slots=True)
class Fixed:
    x: int
    tags: List[str] = field(default_factory=list)


@dataclass
class Base:
    name: "str" = "?"
    n: dataclasses.InitVar[int] = 3


print(Point.__doc__, Point.__slots__, inspect.signature(Point))
print(Base.__doc__, Base.__init__.__annotations__)
point = Point(1)
try:
    point.z = 3
except AttributeError as error:
    print(error)
print(hasattr(point, "__dict__"), point, point == pickle.loads(pickle.dumps(point)))
try:
    dataclass(slots=True)(type("Bad", (), {"__slots__": (), "__annotations__": {"a": int}}))
except TypeError as error:
    print(error)
try:
    dataclass(weakref_slot=True)(Base)
except TypeError as error:
    print(error)
try:
    Fixed(1)
except TypeError as error:
    print(error)

# expect: Point(x: int, y: int = 2) ('x', 'y') (x: int, y: int = 2) -> None
# expect: Base(name: 'str' = '?', n: dataclasses.InitVar[int] = 3) {'name': 'str', 'n': dataclasses.InitVar[int], 'return': None}
# expect: 'Point' object has no attribute 'z'
# expect: False Point(x=1, y=2) True
# expect: Bad already specifies __slots__
# expect: weakref_slot is True but slots is False
