import operator


class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)

    def __index__(self):
        return int(self.value)

    def __bool__(self):
        return self.value != 0

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __abs__(self):
        return "absolute"

    def __neg__(self):
        return Number(-self.value)

    def __pos__(self):
        return "positive"

    def __invert__(self):
        return "inverted"

    def __divmod__(self, other):
        return ("divmod", other)

    def __trunc__(self):
        return 99

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __format__(self, spec):
        return f"<{spec}>"

    def __bytes__(self):
        return b"bytes"

    def __hash__(self):
        return 7


n = Number(3.7)
print(int(n), float(n), round(n), round(n, 2), abs(n), (-n).value, +n, ~n, divmod(n, 2))
# expect: 3 3.7 ('rounded', None) ('rounded', 2) absolute -3.7 positive inverted ('divmod', 2)
print(f"{n:abc}", format(n), f"{n}", bytes(n), hash(n))  # expect: <abc> <> <> b'bytes' 7
print([10, 20, 30, 40][n], "abcdef"[n:], bool(n), not Number(0))  # expect: 40 def True True
print("{:>10}".format(n), "yes" if n else "no", max(1, 2))  # expect: <>10> yes 2
for action in (lambda: int(object()), lambda: float([]), lambda: [1][object()], lambda: abs("a"), lambda: -"a"):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: int() argument must be a string, a bytes-like object or a real number, not 'object'
# expect: float() argument must be a string or a real number, not 'list'
# expect: list indices must be integers or slices, not object
# expect: bad operand type for abs(): 'str'
# expect: bad operand type for unary -: 'str'


class Third:
    def __index__(self):
        return 3

    def __length_hint__(self):
        return 7


class NoFloat:
    def __float__(self):
        return 1


print(float(Third()), type(float(Third())), operator.length_hint(Third()), operator.length_hint(5, 9))
try:
    float(NoFloat())
except TypeError as error:
    print(error)
# expect: 3.0 <class 'float'> 7 9
# expect: NoFloat.__float__ returned non-float (type int)
