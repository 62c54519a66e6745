"""enum: members made in __new__, values of other types, and what counts: the method of the enumeration or that of the type."""
import enum
import warnings
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Numbered(Enum):
    def __new__(cls):
        made = object.__new__(cls)
        made._value_ = len(cls.__members__) + 1
        return made


class Step(Numbered):
    first = ()
    second = ()


print(list(Step), Step(2) is Step.second)
# expect: [<Step.first: 1>, <Step.second: 2>] True


class Weight(float, Enum):
    LIGHT = 1.5


class Loud(IntEnum):
    HIGH = 2

    def __str__(self):
        return self.name.lower()


class Letter(StrEnum):
    A = auto()


print(Weight.LIGHT, f"{Weight.LIGHT}", repr(Weight.LIGHT), Weight.LIGHT * 2)
# expect: Weight.LIGHT Weight.LIGHT <Weight.LIGHT: 1.5> 3.0
print(Loud.HIGH, f"{Loud.HIGH}", f"{Loud.HIGH:03}", f"{Letter.A:>3}", Letter.A)
# expect: high high 002   a a


@dataclass
class Size:
    width: int
    height: int = 1


class Paper(Size, Enum):
    SMALL = 2, 3
    LARGE = 4


print(Paper.SMALL, Paper.LARGE.height, repr(Paper.SMALL))
# expect: Paper.SMALL 1 <Paper.SMALL: Size(width=2, height=3)>


class Field(Enum):
    name = "n"
    value = "v"


print(Field.name, Field.name.name, Field.value.value)
# expect: Field.name name v
try:
    Loud.value
except AttributeError as error:
    print(error)
# expect: value
print(enum.FlagBoundary.STRICT, repr(enum.KEEP), hasattr(Step.__members__, "pop"))
# expect: strict <FlagBoundary.KEEP: 'keep'> False

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")

    class Jumping(Enum):
        A = 3
        B = 1
        C = auto()


print(Jumping.C, Jumping.C.value, len(told), "in the enum incremented by 1" in str(told[0].message))
# expect: Jumping.C 4 1 True


class Open(Flag, boundary=enum.KEEP):
    A = 1
    B = 2
    MASK = 255


class Wide(IntFlag):
    R = 4
    W = 2


class Cut(Flag, boundary=enum.CONFORM):
    A = 1
    B = 4


class Out(Flag, boundary=enum.EJECT):
    A = 1


print(Open(9), ~Open.A, Wide(12), Wide(12).name, ~Wide.R, Cut(6), Out(3))
# expect: Open.A|8 Open.B|252 12 R|8 3 Cut.B 3
print(Wide.R | 1, Wide.R in Wide(6), list(Wide(6)), len(Wide(7)), Wide.R | Wide.W)
# expect: 5 True [<Wide.R: 4>, <Wide.W: 2>] 3 6

for attempt in (lambda: Cut("x"), lambda: Step(9), lambda: Enum("X", "a mro"), lambda: Letter("z"), lambda: Enum(1)):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: ValueError 'x' is not a valid Cut
# expect: ValueError 9 is not a valid Step
# expect: ValueError invalid enum member name(s) 'mro'
# expect: ValueError 'z' is not a valid Letter
# expect: TypeError <enum 'Enum'> has no members defined


class Odd(Enum):
    ONE = 1

    @classmethod
    def _missing_(cls, value):
        raise KeyError(value)


try:
    Odd(5)
except KeyError as error:
    print(repr(error), repr(error.__context__))
# expect: KeyError(5) ValueError('5 is not a valid Odd')


class Told(Enum):
    def __init_subclass__(cls, **details):
        super().__init_subclass__(**details)
        print(cls.__name__, [each.name for each in cls])


class Small(Told):
    X = 1
    Y = 2


# expect: Small ['X', 'Y']
for body in ("class A(Enum, int): X = 1", "class B(int, str, Enum): X = 1", "class C(StrEnum): X = 1",
             "class D(Enum):\n  X = 1\n  X = 2"):
    try:
        exec(body)
    except TypeError as error:
        print(str(error)[:36])
# expect: new enumerations should be created a
# expect: too many data types for 'B': {<class
# expect: 1 is not a string
# expect: 'X' already defined as 1
