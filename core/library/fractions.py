"""fractions: exact ratios of ints."""

import math as _math
import numbers as _numbers

__all__ = ["Fraction"]


def _parsed(text):
    """Numerator and denominator of '3/4', '-1.25e-3' or '7'; None if it is none of these."""
    stripped = text.strip()
    sign = -1 if stripped[:1] == "-" else 1
    body = stripped[1:] if stripped[:1] in ("-", "+") else stripped
    over, slash, under = body.partition("/")
    if slash:
        if not _is_number(over) or not _is_number(under):
            return None
        return sign * int(over), int(under)
    mantissa, letter, exponent = body.replace("E", "e").partition("e")
    if letter and not _is_number(exponent[1:] if exponent[:1] in ("-", "+") else exponent):
        return None
    whole, point, decimals = mantissa.partition(".")
    if not (whole or decimals) or whole and not _is_number(whole) or decimals and not _is_number(decimals):
        return None
    digits = decimals.replace("_", "")
    power = (int(exponent) if letter else 0) - len(digits)
    numerator = sign * int((whole or "0") + digits)
    return (numerator * 10 ** power, 1) if power >= 0 else (numerator, 10 ** -power)


def _is_number(text):
    return text.replace("_", "").isdigit() and text[0] != "_" and text[-1] != "_"


def _ratio(number):
    """Of an int, a Fraction or anything with as_integer_ratio(); None for others."""
    if isinstance(number, int):
        return int(number), 1
    if isinstance(number, Fraction):
        return number._numerator, number._denominator
    return None


class Fraction:
    __slots__ = ("_numerator", "_denominator")

    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                ratio = _parsed(numerator)
                if ratio is None:
                    raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            elif isinstance(numerator, (int, Fraction)):
                ratio = _ratio(numerator)
            elif hasattr(numerator, "as_integer_ratio"):
                ratio = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        else:
            top, bottom = _ratio(numerator), _ratio(denominator)
            if top is None or bottom is None:
                raise TypeError("both arguments should be Rational instances")
            ratio = top[0] * bottom[1], top[1] * bottom[0]
        if ratio[1] == 0:
            raise ZeroDivisionError(f"Fraction({ratio[0]}, 0)")
        shared = _math.gcd(ratio[0], ratio[1])
        if ratio[1] < 0:
            shared = -shared
        self._numerator = ratio[0] // shared
        self._denominator = ratio[1] // shared

    @classmethod
    def from_float(cls, f):
        if isinstance(f, (int, float)):
            return cls(*f.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def _binary(self, other, exact, rough, swapped=False):
        if isinstance(other, float):
            return rough(other, float(self)) if swapped else rough(float(self), other)
        ratio = _ratio(other)
        if ratio is None:
            return NotImplemented
        mine = (self._numerator, self._denominator)
        first, second = (ratio, mine) if swapped else (mine, ratio)
        return exact(first[0], first[1], second[0], second[1])

    def __add__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y)

    def __radd__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y, True)

    def __sub__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y)

    def __rsub__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y, True)

    def __mul__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y)

    def __rmul__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y, True)

    def __truediv__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y)

    def __rtruediv__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y, True)

    def __floordiv__(self, other):
        return self._binary(other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y)

    def __rfloordiv__(self, other):
        return self._binary(other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y, True)

    def __mod__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction((a * d) % (c * b), b * d), lambda x, y: x % y)

    def __rmod__(self, other):
        return self._binary(other, lambda a, b, c, d: Fraction((a * d) % (c * b), b * d), lambda x, y: x % y, True)

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, other):
        ratio = _ratio(other)
        if ratio is None or ratio[1] != 1:
            return float(self) ** float(other)
        power = ratio[0]
        if power >= 0:
            return Fraction(self._numerator ** power, self._denominator ** power)
        return Fraction(self._denominator ** -power, self._numerator ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __bool__(self):
        return self._numerator != 0

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator or rest * 2 == self._denominator and floor % 2 == 0:
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __eq__(self, other):
        ratio = _ratio(other)
        if ratio is not None:
            return self._numerator == ratio[0] and self._denominator == ratio[1]
        if isinstance(other, float):
            return _math.isfinite(other) and self == Fraction(other)
        return NotImplemented

    def _ordered(self, other, compare):
        if isinstance(other, float):
            if not _math.isfinite(other):
                return compare(0.0, other)
            other = Fraction(other)
        ratio = _ratio(other)
        if ratio is None:
            return NotImplemented
        return compare(self._numerator * ratio[1], ratio[0] * self._denominator)

    def __lt__(self, other):
        return self._ordered(other, lambda x, y: x < y)

    def __le__(self, other):
        return self._ordered(other, lambda x, y: x <= y)

    def __gt__(self, other):
        return self._ordered(other, lambda x, y: x > y)

    def __ge__(self, other):
        return self._ordered(other, lambda x, y: x >= y)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_numbers.Rational.register(Fraction)
