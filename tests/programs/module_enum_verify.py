"""enum.verify: classes of members that are not as they should be."""
import enum
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, EnumCheck, Flag, IntEnum, verify


def made(base, checks, **members):
    try:
        print(list(verify(*checks)(base("X", members))))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


made(Enum, (UNIQUE,), A=1, B=2, C=1)
made(Enum, (UNIQUE, CONTINUOUS), A=1, B=2)
made(IntEnum, (CONTINUOUS,), A=1, B=2, C=5)
made(IntEnum, (CONTINUOUS, UNIQUE), A=1, B=3, C=3)
made(Flag, (CONTINUOUS,), A=1, B=8)
made(Flag, (NAMED_FLAGS,), A=1, B=2, C=12)
made(Flag, (NAMED_FLAGS,), A=1, B=2, C=5)
made(Flag, (NAMED_FLAGS,), A=1, B=14, C=18)
made(Flag, (NAMED_FLAGS, UNIQUE), A=1, B=2, C=3)
print(UNIQUE, repr(CONTINUOUS), list(EnumCheck) == [CONTINUOUS, NAMED_FLAGS, UNIQUE], enum.show_flag_values(13))
# expect: ValueError aliases found in <enum 'X'>: C -> A
# expect: [<X.A: 1>, <X.B: 2>]
# expect: ValueError invalid enum 'X': missing values 3, 4
# expect: ValueError invalid enum 'X': missing values 2
# expect: ValueError invalid flag 'X': missing values 2, 4
# expect: ValueError invalid Flag 'X': alias C is missing combined values of 0xc [use enum.show_flag_values(value) for details]
# expect: ValueError invalid Flag 'X': alias C is missing value 0x4 [use enum.show_flag_values(value) for details]
# expect: ValueError invalid Flag 'X': aliases B and C are missing combined values of 0x1e [use enum.show_flag_values(value) for details]
# expect: [<X.A: 1>, <X.B: 2>]
# expect: one name per value <EnumCheck.CONTINUOUS: 'no skipped integer values'> True [1, 4, 8]
