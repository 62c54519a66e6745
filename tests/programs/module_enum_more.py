"""enum: flags of auto(), names of combined flags, hashes."""
from enum import Enum, Flag, IntFlag, StrEnum, auto


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    READ_WRITE = READ | WRITE
    ALL = READ | WRITE | EXECUTE


print(list(Permission), len(Permission))
# expect: [<Permission.READ: 1>, <Permission.WRITE: 2>, <Permission.EXECUTE: 4>] 3
print(Permission.READ | Permission.EXECUTE, ~Permission.READ, Permission(0), repr(Permission.READ_WRITE))
# expect: Permission.READ|EXECUTE Permission.WRITE|EXECUTE Permission(0) <Permission.READ_WRITE: 3>
print(Permission.ALL.value, list(Permission.READ_WRITE), Permission.READ in Permission.ALL)
# expect: 7 [<Permission.READ: 1>, <Permission.WRITE: 2>] True


class Number(IntFlag):
    ONE = auto()
    TWO = auto()
    THREE = ONE | TWO


print(Number.THREE + 1, Number.ONE | Number.TWO, repr(Number(3)))  # expect: 4 3 <Number.THREE: 3>


class Name(StrEnum):
    FIRST = auto()
    OTHER = "second"


class Color(Enum):
    RED = 1


print(Name.FIRST, Name.OTHER == "second", hash(Name.OTHER) == hash("second"), hash(Color.RED) == hash("RED"))
# expect: first True True True
print({Color.RED: 1}[Color(1)])  # expect: 1
