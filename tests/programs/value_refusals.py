# What values refuse, in CPython's words.
# shows: 1.4, checklist 14
from multiprocessing import Array, RawValue, Value


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


number = Value("i")
for wrong in ("5", 2.5, None, b"5", [1]):
    attempt(lambda: RawValue("i", wrong))
attempt(lambda: RawValue("d", "1"))
attempt(lambda: RawValue("d", 10**400))
for wrong in ("a", 256, b"ab"):
    attempt(lambda: RawValue("c", wrong))
attempt(lambda: RawValue("u", 5))
attempt(lambda: RawValue("u", "ab"))
attempt(lambda: RawValue("z"))
attempt(lambda: Value(int, 1))
attempt(lambda: Value("i", 1, 2))
attempt(lambda: Value("i", 0, lock=5))
attempt(lambda: Value())
attempt(lambda: number + 1)
attempt(lambda: number[0])
attempt(lambda: len(number))
attempt(lambda: number.raw)
attempt(lambda: setattr(number, "value", "x"))
attempt(lambda: Array("i", 3).value)
attempt(lambda: Array("i", [1], True))
attempt(number.release)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'bytes' object cannot be interpreted as an integer
# expect: TypeError: 'list' object cannot be interpreted as an integer
# expect: TypeError: must be real number, not str
# expect: OverflowError: int too large to convert to float
# expect: TypeError: one character bytes, bytearray or integer expected
# expect: TypeError: one character bytes, bytearray or integer expected
# expect: TypeError: one character bytes, bytearray or integer expected
# expect: TypeError: unicode string expected instead of int instance
# expect: TypeError: one character unicode string expected
# expect: TypeError: this type has no size
# expect: TypeError: this type has no size
# expect: TypeError: __init__ expected at most 1 argument, got 2
# expect: AttributeError: 5 has no method 'acquire'
# expect: TypeError: BaseContext.Value() missing 1 required positional argument: 'typecode_or_type'
# expect: TypeError: unsupported operand type(s) for +: 'Synchronized' and 'int'
# expect: TypeError: 'Synchronized' object is not subscriptable
# expect: TypeError: object of type 'Synchronized' has no len()
# expect: AttributeError: 'Synchronized' object has no attribute 'raw'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: AttributeError: 'SynchronizedArray' object has no attribute 'value'
# expect: TypeError: BaseContext.Array() takes 3 positional arguments but 4 were given
# expect: AssertionError: attempt to release recursive lock not owned by thread
