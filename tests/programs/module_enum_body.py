# In the body of an enumeration a name is a member once, and auto() has its value at once.
import enum
from enum import Enum, Flag, auto

for text in ("class E(Enum): A = 1; A = 2", "class E(Enum):\n A = 1\n def A(self): pass", "class E(Enum): _x_ = 1",
             "class E(Enum): A = auto(); _generate_next_value_ = None",
             "class E(enum.IntEnum): A = 1\nclass F(E): B = 2"):
    try:
        exec(text)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Right(Flag):
    READ = auto()
    WRITE = auto()
    print(READ, WRITE, READ | WRITE)
    BOTH = READ | WRITE


class Named(Enum):
    _ignore_ = "number"

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() * (count + 1)

    UP = auto()
    DOWN = auto()
    for number in range(2):
        vars()[f"N{number}"] = number

    @property
    def first(self):
        return self.value[0]


class Pair(Enum):
    A = auto(), "x"
    B = auto(), auto()
    C = "y"


try:
    class Turned(Enum):
        _order_ = "B, A"
        A = 1
        B = 2
        C = 1
except TypeError as error:
    print(error)
print([each.value for each in Pair], "__init_subclass__" in dir(Pair))
print(list(Right), Right.BOTH, list(Named), Named.DOWN.first)
print(dir(Right)[:2])
print(Enum("Made", "A B", start=5).B.value, Enum("Pairs", {"x": 1, "y": 1}).y)

# expect: TypeError 'A' already defined as 1
# expect: TypeError 'A' already defined as 1
# expect: ValueError _sunder_ names, such as '_x_', are reserved for future Enum use
# expect: TypeError _generate_next_value_ must be defined before members
# expect: TypeError <enum 'F'> cannot extend <enum 'E'>
# expect: 1 2 3
# expect: member order does not match _order_:
# expect:   ['A', 'B']
# expect:   ['B', 'A']
# expect: [(1, 'x'), (2, 3), 'y'] True
# expect: [<Right.READ: 1>, <Right.WRITE: 2>] Right.BOTH [<Named.UP: 'up'>, <Named.DOWN: 'downdown'>, <Named.N0: 0>, <Named.N1: 1>] d
# expect: ['READ', 'WRITE']
# expect: 6 Pairs.x
