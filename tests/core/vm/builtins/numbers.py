"""Prints random calculations and CPython's results, one a line, fields separated by tabs."""
import random
import struct

random.seed(20260)


def some_int():
    magnitude = random.choice([3, 8, 31, 62, 63, 64, 65, 130, 400, 1100])
    return random.choice([1, -1]) * random.getrandbits(magnitude)


def some_float():
    kind = random.randrange(4)
    if kind == 0:
        value = struct.unpack('<d', struct.pack('<Q', random.getrandbits(64)))[0]
        return value if value == value and abs(value) != float('inf') else 1.5
    if kind == 1:
        return random.choice([0.0, -0.0, 1.0, 0.1, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308])
    if kind == 2:
        return round(random.uniform(-1000, 1000), random.randrange(6))
    return float(some_int() >> 200)


def attempt(function):
    try:
        return function()
    except (ZeroDivisionError, OverflowError):
        return 'error'


def show(*fields):
    print('\t'.join(repr(field) if isinstance(field, float) else str(field) for field in fields))


for _ in range(700):
    a, b = some_int(), some_int() or 7
    show('floor', a, b, a // b, a % b)
    show('divide', a, b, attempt(lambda: a / b))
    show('hash_int', a, hash(a))
    show('base', a, format(a, 'b'), format(a, 'o'), format(a, 'x'))
    show('parse', '0x%x' % abs(a), 0, abs(a))
    x, y = some_float(), some_float() or 0.5
    show('repr', x.hex(), x)
    show('hash_float', x.hex(), hash(x))
    show('mod_float', x.hex(), y.hex(), (x % y).hex(), attempt(lambda: (x // y)).hex())
    show('to_double', a, attempt(lambda: float(a)))
    other = random.choice([a, a + 1, int(x)])
    show('compare', other, x.hex(), (other > x) - (other < x))
