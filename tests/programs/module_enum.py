"""Enumerations: members, look-ups, auto(), flags and mixed-in types."""
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def is_warm(self):
        return self is Color.RED


class Level(IntEnum):
    LOW = 1
    HIGH = auto()


class Mode(StrEnum):
    FAST = auto()
    SLOW = "slowly"


class Rights(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"])
# expect: Color.RED <Color.RED: 1> RED 1 Color.GREEN Color.BLUE
print(list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.is_warm(), Color.RED in Color)
# expect: [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 True True True
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, {Color.RED: "r"}[Color.RED], Color)
# expect: True False True r <enum 'Color'>
print(Level.HIGH + 1, Level.LOW < Level.HIGH, str(Level.HIGH), repr(Level.HIGH), Level(1), f"{Level.HIGH:03d}", sorted(Level))
# expect: 3 True 2 <Level.HIGH: 2> 1 002 [<Level.LOW: 1>, <Level.HIGH: 2>]
print(Mode.FAST, repr(Mode.SLOW), Mode.FAST == "fast", Mode.SLOW.upper())
# expect: fast <Mode.SLOW: 'slowly'> True SLOWLY
print(Rights.READ | Rights.WRITE, repr(Rights(0)), Rights.READ in (Rights.READ | Rights.EXECUTE), list(Rights(7)), ~Rights.READ)
# expect: Rights.READ|WRITE <Rights: 0> True [<Rights.READ: 1>, <Rights.WRITE: 2>, <Rights.EXECUTE: 4>] Rights.WRITE|EXECUTE
print(Planet.MARS, Planet.MARS.mass, Planet((5.97, 6.37)))  # expect: Planet.MARS 0.64 Planet.EARTH
print(Enum("Animal", "CAT DOG").DOG, isinstance(Color.RED, Color), type(Color.RED) is Color)
# expect: Animal.DOG True True
for attempt in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.RED < Color.BLUE, lambda: setattr(Color, "RED", 5),
                lambda: Color.PINK):
    try:
        attempt()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__ + ":", error)
# expect: ValueError: 9 is not a valid Color
# expect: KeyError: 'PINK'
# expect: TypeError: '<' not supported between instances of 'Color' and 'Color'
# expect: AttributeError: cannot reassign member 'RED'
# expect: AttributeError: PINK
try:
    unique(Color)
except ValueError as error:
    print(error)
# expect: duplicate values found in <enum 'Color'>: CRIMSON -> RED
