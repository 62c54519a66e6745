"""decimal: decimal numbers with a precision of the user's choice. A finite number is sign, digits and exponent."""

import math as _math
import numbers as _numbers
import threading as _threading

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException",
           "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
           "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined",
           "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP",
           "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX",
           "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN"
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP"
ROUND_HALF_DOWN, ROUND_05UP = "ROUND_HALF_DOWN", "ROUND_05UP"
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = [Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal, FloatOperation]


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        usual = [InvalidOperation, DivisionByZero, Overflow]
        self.traps = traps if isinstance(traps, dict) else self._switches(usual if traps is None else traps)
        self.flags = flags if isinstance(flags, dict) else self._switches(flags or [])

    def _switches(self, on):
        return {signal: signal in on for signal in _SIGNALS}

    def __setattr__(self, name, value):
        if name == "prec" and (not isinstance(value, int) or value < 1):
            if not isinstance(value, int):
                raise TypeError("an integer is required (got type " + type(value).__name__ + ")")
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _ROUNDERS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags),
                       dict(self.traps))

    def clear_flags(self):
        self.flags = self._switches([])

    def clear_traps(self):
        self.traps = self._switches([])

    def create_decimal(self, num="0"):
        return Decimal(num)._rounded(self)

    def _signal(self, kind, result, cause=None):
        self.flags[kind] = True
        if self.traps.get(kind):
            raise kind([cause or kind])
        return result

    def __repr__(self):
        flags = ", ".join([signal.__name__ for signal in _SIGNALS if self.flags[signal]])
        traps = ", ".join([signal.__name__ for signal in [InvalidOperation, DivisionByZero, Overflow] + _SIGNALS
                           if self.traps[signal]][:sum(self.traps.values())])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def add(self, a, b):
        return _exact(a)._add(_exact(b), self)

    def subtract(self, a, b):
        return _exact(a)._add(_exact(b).copy_negate(), self)

    def multiply(self, a, b):
        return _exact(a)._multiply(_exact(b), self)

    def divide(self, a, b):
        return _exact(a)._divide(_exact(b), self)

    def sqrt(self, a):
        return _exact(a).sqrt(self)

    def power(self, a, b):
        return _exact(a)._power(_exact(b), self)


# Where digits are dropped: whether the rest is rounded up, given the sign, the last kept digit and how the dropped part
# compares with a half (-1, 0, 1; 0 dropped does not come here).
_ROUNDERS = {
    ROUND_DOWN: lambda sign, last, half: False,
    ROUND_UP: lambda sign, last, half: True,
    ROUND_HALF_UP: lambda sign, last, half: half >= 0,
    ROUND_HALF_DOWN: lambda sign, last, half: half > 0,
    ROUND_HALF_EVEN: lambda sign, last, half: half > 0 or half == 0 and last % 2 == 1,
    ROUND_CEILING: lambda sign, last, half: not sign,
    ROUND_FLOOR: lambda sign, last, half: sign,
    ROUND_05UP: lambda sign, last, half: last in (0, 5),
}


def _dropped(coefficient, count, sign, rounding):
    """The coefficient without its last `count` digits, rounded, and whether what was dropped was not zero."""
    unit = 10 ** count
    kept, rest = divmod(coefficient, unit)
    if rest == 0:
        return kept, False
    half = 0 if 2 * rest == unit else 1 if 2 * rest > unit else -1
    if _ROUNDERS[rounding](bool(sign), kept % 10, half):
        kept += 1
    return kept, True


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, traps=[])
_current = _threading.local()


def getcontext():
    context = getattr(_current, "context", None)
    if context is None:
        context = _current.context = DefaultContext.copy()
    return context


def setcontext(context):
    _current.context = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class _LocalContext:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, kind, value, trace):
        setcontext(self._old)


def localcontext(ctx=None, **changes):
    context = (getcontext() if ctx is None else ctx).copy()
    for name in changes:
        setattr(context, name, changes[name])
    return _LocalContext(context)


class DecimalTuple(tuple):
    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return f"DecimalTuple(sign={self[0]!r}, digits={self[1]!r}, exponent={self[2]!r})"


def _parse(text):
    """Sign, coefficient and exponent of a literal; None if it is none. Infinity and NaN have a letter as exponent."""
    text = text.strip().replace("_", "")
    sign = 1 if text[:1] == "-" else 0
    body = (text[1:] if text[:1] in ("-", "+") else text).lower()
    if body in ("inf", "infinity"):
        return sign, 0, "F"
    if body[:4] == "snan" and (body[4:] == "" or body[4:].isdigit()):
        return sign, int(body[4:] or "0"), "N"
    if body[:3] == "nan" and (body[3:] == "" or body[3:].isdigit()):
        return sign, int(body[3:] or "0"), "n"
    mantissa, letter, exponent = body.partition("e")
    unsigned = exponent[1:] if exponent[:1] in ("-", "+") else exponent
    if letter and not unsigned.isdigit():
        return None
    whole, point, decimals = mantissa.partition(".")
    digits = whole + decimals
    if not digits.isdigit():
        return None
    return sign, int(digits), (int(exponent) if letter else 0) - len(decimals)


def _new(sign, coefficient, exponent):
    made = object.__new__(Decimal)
    made._sign, made._int, made._exp = sign, coefficient, exponent
    return made


def _exact(value):
    """An operand as Decimal; None if it is of a kind that does not mix with decimals."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _new(1 if value < 0 else 0, abs(value), 0)
    return None


def _number_of_digits(coefficient):
    return len(str(coefficient))


class Decimal:
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        made = object.__new__(cls)
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                (context or getcontext())._signal(InvalidOperation, None, ConversionSyntax)
                parts = (0, 0, "n")
        elif isinstance(value, int):
            parts = (1 if value < 0 else 0, abs(value), 0)
        elif isinstance(value, Decimal):
            parts = (value._sign, value._int, value._exp)
        elif isinstance(value, float):
            parts = _of_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            parts = (value[0], int("".join([str(digit) for digit in value[1]]) or "0"), value[2])
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        made._sign, made._int, made._exp = parts
        return made

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self.is_finite() and self._int == 0

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def as_tuple(self):
        digits = (0,) if self._exp == "F" else tuple([int(digit) for digit in str(self._int)])
        return DecimalTuple(self._sign, () if self.is_nan() and not self._int else digits, self._exp)

    def as_integer_ratio(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer ratio")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer ratio")
        signed = -self._int if self._sign else self._int
        if self._exp >= 0:
            return signed * 10 ** self._exp, 1
        shared = _math.gcd(signed, 10 ** -self._exp)
        return signed // shared, 10 ** -self._exp // shared

    def adjusted(self):
        return _number_of_digits(self._int) + self._exp - 1 if self.is_finite() else 0

    # Rounding.

    def _rounded(self, context):
        if not self.is_finite():
            return self
        excess = _number_of_digits(self._int) - context.prec
        result = self
        if excess > 0:
            coefficient, inexact = _dropped(self._int, excess, self._sign, context.rounding)
            exponent = self._exp + excess
            if _number_of_digits(coefficient) > context.prec:
                coefficient //= 10
                exponent += 1
            context._signal(Rounded, None)
            if inexact:
                context._signal(Inexact, None)
            result = _new(self._sign, coefficient, exponent)
        if result._int and result.adjusted() > context.Emax:
            return context._signal(Overflow, _new(self._sign, 0, "F"))
        tiny = context.Emin - context.prec + 1
        if result._exp < tiny:
            coefficient, inexact = _dropped(result._int, tiny - result._exp, self._sign, context.rounding)
            if inexact:
                context._signal(Underflow, None)
            result = _new(self._sign, coefficient, tiny)
        return result

    def _rescaled(self, exponent, rounding):
        if exponent <= self._exp:
            return _new(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return _new(self._sign, _dropped(self._int, exponent - self._exp, self._sign, rounding)[0], exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _exact(exp)
        special = self._special(exp, context)
        if special is not None:
            return special
        if self.is_infinite() or exp.is_infinite():
            if self.is_infinite() and exp.is_infinite():
                return self
            return self._invalid(context)
        result = self._rescaled(exp._exp, rounding or context.rounding)
        if _number_of_digits(result._int) > context.prec:
            return self._invalid(context)
        return result

    def to_integral_value(self, rounding=None, context=None):
        if not self.is_finite() or self._exp >= 0:
            return self
        return self._rescaled(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        result = self._rounded(context or getcontext())
        if not result.is_finite():
            return result
        if result._int == 0:
            return _new(result._sign, 0, 0)
        coefficient, exponent = result._int, result._exp
        while coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        return _new(result._sign, coefficient, exponent)

    def _invalid(self, context, cause=None):
        return context._signal(InvalidOperation, _new(0, 0, "n"), cause)

    def _special(self, other, context):
        """The result of an operation with a NaN; None without one."""
        for number in (self, other):
            if number.is_snan():
                return self._invalid(context)
        for number in (self, other):
            if number.is_qnan():
                return number
        return None

    # Arithmetic.

    def _add(self, other, context):
        special = self._special(other, context)
        if special is not None:
            return special
        if self.is_infinite():
            if other.is_infinite() and self._sign != other._sign:
                return self._invalid(context)
            return self
        if other.is_infinite():
            return other
        exponent = min(self._exp, other._exp)
        first = self._int * 10 ** (self._exp - exponent)
        second = other._int * 10 ** (other._exp - exponent)
        total = (-first if self._sign else first) + (-second if other._sign else second)
        if total == 0:
            negative = self._sign and other._sign or self._sign != other._sign and context.rounding == ROUND_FLOOR
            return _new(1 if negative else 0, 0, exponent)._rounded(context)
        return _new(1 if total < 0 else 0, abs(total), exponent)._rounded(context)

    def _multiply(self, other, context):
        special = self._special(other, context)
        if special is not None:
            return special
        sign = self._sign ^ other._sign
        if self.is_infinite() or other.is_infinite():
            if self.is_zero() or other.is_zero():
                return self._invalid(context)
            return _new(sign, 0, "F")
        return _new(sign, self._int * other._int, self._exp + other._exp)._rounded(context)

    def _divide(self, other, context):
        special = self._special(other, context)
        if special is not None:
            return special
        sign = self._sign ^ other._sign
        if self.is_infinite():
            return self._invalid(context) if other.is_infinite() else _new(sign, 0, "F")
        if other.is_infinite():
            return _new(sign, 0, context.Emin - context.prec + 1)
        if other._int == 0:
            if self._int == 0:
                return self._invalid(context, DivisionUndefined)
            return context._signal(DivisionByZero, _new(sign, 0, "F"))
        exponent = self._exp - other._exp
        if self._int == 0:
            return _new(sign, 0, exponent)._rounded(context)
        shift = _number_of_digits(other._int) - _number_of_digits(self._int) + context.prec + 1
        if shift >= 0:
            quotient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10 ** -shift)
        ideal, exponent = exponent, exponent - shift
        if rest:
            # A digit that is not 0 or 5 at the end keeps rounding honest.
            if quotient % 5 == 0:
                quotient += 1
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _new(sign, quotient, exponent)._rounded(context)

    def _integer_division(self, other, context):
        """Quotient towards zero and the rest, of finite numbers with other != 0."""
        exponent = min(self._exp, other._exp)
        first = self._int * 10 ** (self._exp - exponent)
        second = other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(first, second)
        if _number_of_digits(quotient) > context.prec:
            return self._invalid(context, DivisionImpossible), self._invalid(context, DivisionImpossible)
        return (_new(self._sign ^ other._sign, quotient, 0), _new(self._sign, rest, exponent)._rounded(context))

    def _divided(self, other, context, part):
        special = self._special(other, context)
        if special is not None:
            return special
        if self.is_infinite():
            if part == 0 and not other.is_infinite():
                return _new(self._sign ^ other._sign, 0, "F")
            return self._invalid(context)
        if other.is_infinite():
            return _new(self._sign ^ other._sign, 0, 0) if part == 0 else self._rounded(context)
        if other._int == 0:
            if self._int == 0:
                return self._invalid(context, DivisionUndefined)
            if part == 0:
                return context._signal(DivisionByZero, _new(self._sign ^ other._sign, 0, "F"))
            return self._invalid(context)
        return self._integer_division(other, context)[part]

    def _power(self, other, context):
        special = self._special(other, context)
        if special is not None:
            return special
        if other.is_zero():
            return self._invalid(context) if self.is_zero() else _new(0, 1, 0)
        if other.is_finite() and other == other.to_integral_value() and self.is_finite():
            return self._integer_power(int(other), context)
        if self._sign:
            return self._invalid(context)
        if not self.is_finite() or not other.is_finite() or self.is_zero():
            return Decimal(float(self) ** float(other))
        wide = context.copy()
        wide.prec = context.prec + 10
        return other._multiply(self.ln(wide), wide).exp(context)

    def _integer_power(self, power, context):
        sign = self._sign if power % 2 else 0
        if power >= 0:
            return _new(sign, self._int ** power, self._exp * power)._rounded(context) if power < 5000 else \
                self._long_power(power, context)
        if self._int == 0:
            return _new(sign, 0, "F")
        return _new(0, 1, 0)._divide(_new(sign, self._int ** -power, self._exp * -power), context)

    def _long_power(self, power, context):
        wide = context.copy()
        wide.prec += _number_of_digits(power) + 4
        result, base = _new(0, 1, 0), self
        while power:
            if power & 1:
                result = result._multiply(base, wide)
            base = base._multiply(base, wide)
            power >>= 1
        return result._rounded(context)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self.is_nan() or self.is_infinite() and not self._sign:
            return self
        if self._int == 0 and self.is_finite():
            return _new(self._sign, 0, self._exp // 2)
        if self._sign:
            return self._invalid(context)
        ideal = self._exp // 2
        coefficient, exponent = self._int, self._exp
        if exponent % 2:
            coefficient *= 10
            exponent -= 1
        shift = max(context.prec + 1 - (_number_of_digits(coefficient) + 1) // 2, 0)
        coefficient *= 10 ** (2 * shift)
        root = _math.isqrt(coefficient)
        exponent = exponent // 2 - shift
        if root * root == coefficient:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        rounding = context.copy()
        rounding.rounding = ROUND_HALF_EVEN
        return _new(0, root, exponent)._rounded(rounding)

    def exp(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return self
        if self.is_infinite():
            return _new(0, 0, 0) if self._sign else self
        if self._int == 0:
            return _new(0, 1, 0)
        scale = 10 ** (context.prec + 10 + max(self.adjusted(), 0) * 2)
        numerator, denominator = self.as_integer_ratio()
        halvings = max(0, (abs(numerator) // denominator).bit_length()) + 8
        x = numerator * scale // (denominator << halvings)
        term = total = scale
        count = 1
        while term:
            term = term * x // (scale * count)
            total += term
            count += 1
            if abs(term) <= 1:
                break
        for _ in range(halvings):
            total = total * total // scale
        return _new(0, total, -_number_of_digits(scale) + 1)._rounded(context)

    def ln(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return self
        if self.is_zero():
            return _new(1, 0, "F")
        if self._sign:
            return self._invalid(context)
        if self.is_infinite():
            return self
        if self == 1:
            return _new(0, 0, 0)
        digits = context.prec + 15 + abs(self.adjusted())
        scale = 10 ** digits
        numerator, denominator = self.as_integer_ratio()
        # Newton's steps from the float's logarithm double the digits that are right.
        adjusted = self.adjusted()
        mantissa = self.scaleb(-adjusted)
        guess = _math.log(float(mantissa)) + adjusted * _math.log(10)
        y = int(guess * 10 ** 15) * 10 ** (digits - 15)
        wide = Context(prec=digits + 10)
        right = 12
        target = self
        while right < digits:
            estimate = _new(1 if y < 0 else 0, abs(y), -digits)
            power = estimate.exp(wide)
            correction = target._add(power.copy_negate(), wide)._multiply(_new(0, 2, 0), wide)._divide(target._add(power, wide), wide)
            y = int(estimate._add(correction, wide).scaleb(digits))
            right *= 3
        return _new(1 if y < 0 else 0, abs(y), -digits)._rounded(context)

    def log10(self, context=None):
        context = context or getcontext()
        if self.is_finite() and self._int and not self._sign:
            digits = str(self._int)
            if digits[0] == "1" and digits[1:].strip("0") == "":
                return Decimal(self.adjusted())
        wide = context.copy()
        wide.prec += 8
        return self.ln(wide)._divide(_new(0, 10, 0).ln(wide), context)

    def scaleb(self, other, context=None):
        return _new(self._sign, self._int, self._exp + int(other)) if self.is_finite() else self

    def fma(self, other, third, context=None):
        other, third = _exact(other), _exact(third)
        product = _new(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, context or getcontext())

    def __add__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._add(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._add(other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._add(self.copy_negate(), getcontext())

    def __mul__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._multiply(other, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._divide(other, getcontext())

    def __rtruediv__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._divide(self, getcontext())

    def __floordiv__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._divided(other, getcontext(), 0)

    def __rfloordiv__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._divided(self, getcontext(), 0)

    def __mod__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._divided(other, getcontext(), 1)

    def __rmod__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._divided(self, getcontext(), 1)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, other, modulo=None):
        other = _exact(other)
        return NotImplemented if other is None else self._power(other, getcontext())

    def __rpow__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._power(self, getcontext())

    def __neg__(self):
        context = getcontext()
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return _new(0, 0, self._exp)._rounded(context)
        return self.copy_negate()._rounded(context)

    def __pos__(self):
        return (_new(0, 0, self._exp) if self.is_zero() else self)._rounded(getcontext())

    def __abs__(self):
        return self.copy_abs()._rounded(getcontext())

    def copy_abs(self):
        return _new(0, self._int, self._exp)

    def copy_negate(self):
        return _new(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other):
        return _new(_exact(other)._sign, self._int, self._exp)

    # Comparisons.

    def _order(self, other):
        """-1, 0 or 1; neither is a NaN."""
        ranks = [0 if number.is_finite() else -1 if number._sign else 1 for number in (self, other)]
        if ranks[0] or ranks[1]:
            return (ranks[0] > ranks[1]) - (ranks[0] < ranks[1])
        exponent = min(self._exp, other._exp)
        first = self._int * 10 ** (self._exp - exponent) * (-1 if self._sign else 1)
        second = other._int * 10 ** (other._exp - exponent) * (-1 if other._sign else 1)
        return (first > second) - (first < second)

    def _compared(self, other, answer, is_equality=False):
        number = Decimal(other) if isinstance(other, float) else _exact(other)
        if number is None:
            if not hasattr(other, "numerator") or isinstance(other, (str, list, tuple)):
                return NotImplemented
            number = Decimal(other.numerator)
            return answer(_new(self._sign, self._int * other.denominator, self._exp)._order(number))
        if self.is_nan() or number.is_nan():
            if not is_equality or self.is_snan() or number.is_snan():
                getcontext()._signal(InvalidOperation, None)
            return False
        return answer(self._order(number))

    def __eq__(self, other):
        return self._compared(other, lambda order: order == 0, True)

    def __lt__(self, other):
        return self._compared(other, lambda order: order < 0)

    def __le__(self, other):
        return self._compared(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._compared(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._compared(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        other = _exact(other)
        special = self._special(other, context or getcontext())
        return Decimal(self._order(other)) if special is None else special

    def max(self, other, context=None):
        other = _exact(other)
        return (other if self < other else self)._rounded(context or getcontext())

    def min(self, other, context=None):
        other = _exact(other)
        return (other if other < self else self)._rounded(context or getcontext())

    def same_quantum(self, other, context=None):
        return self._exp == _exact(other)._exp

    def __hash__(self):
        if self.is_snan():
            raise TypeError("Cannot hash a signaling NaN value")
        if self.is_nan():
            return object.__hash__(self)
        if self.is_infinite():
            return -314159 if self._sign else 314159
        modulus = (1 << 61) - 1
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    # Conversions.

    def __bool__(self):
        return self._int != 0 or not self.is_finite()

    def __int__(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer")
        whole = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -whole if self._sign else whole

    __trunc__ = __int__

    def __float__(self):
        if self.is_snan():
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_new(0, 1, -n))
        if not self.is_finite():
            return int(self)
        return int(self._rescaled(0, ROUND_HALF_EVEN)) if self._exp < 0 else int(self)

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def _special_text(self):
        if self.is_infinite():
            return "Infinity"
        return ("sNaN" if self.is_snan() else "NaN") + (str(self._int) if self._int else "")

    def _text(self, engineering=False, capitals=True):
        sign = "-" if self._sign else ""
        if not self.is_finite():
            return sign + self._special_text()
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            place = left
        elif not engineering:
            place = 1
        elif self._int == 0:
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole, decimals = "0", "." + "0" * -place + digits
        elif place >= len(digits):
            whole, decimals = digits + "0" * (place - len(digits)), ""
        else:
            whole, decimals = digits[:place], "." + digits[place:]
        power = "" if left == place else ("E" if capitals else "e") + f"{left - place:+d}"
        return sign + whole + decimals + power

    def __str__(self):
        return self._text()

    def to_eng_string(self, context=None):
        return self._text(True)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        return _formatted(self, spec)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return Decimal, (str(self),)


def _of_float(value):
    if _math.isnan(value):
        return 0, 0, "n"
    if _math.isinf(value):
        return 1 if value < 0 else 0, 0, "F"
    sign = 1 if _math.copysign(1.0, value) < 0 else 0
    numerator, denominator = abs(value).as_integer_ratio()
    power = denominator.bit_length() - 1
    return sign, numerator * 5 ** power, -power


def _formatted(number, spec):
    """The format mini-language for decimals: fill, align, sign, 0, width, grouping, precision and a letter."""
    fill, align, place = " ", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, place = spec[0], spec[1], 2
    elif spec[:1] in ("<", ">", "=", "^"):
        align, place = spec[0], 1
    sign = "-"
    if spec[place:place + 1] in ("+", "-", " ") and spec[place:place + 1]:
        sign = spec[place]
        place += 1
    if spec[place:place + 1] == "0":
        if not align:
            fill, align = "0", "="
        place += 1
    end = place
    while spec[end:end + 1].isdigit():
        end += 1
    width = int(spec[place:end] or "0")
    grouping = spec[end:end + 1] if spec[end:end + 1] in (",", "_") else ""
    end += len(grouping)
    precision = None
    if spec[end:end + 1] == ".":
        begin = end = end + 1
        while spec[end:end + 1].isdigit():
            end += 1
        precision = int(spec[begin:end])
    letter = spec[end:]
    if letter not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
        raise ValueError("invalid format string")
    body, power = _formatted_digits(number, letter, precision)
    shown_sign = "-" if number._sign else sign if sign != "-" else ""
    if grouping:
        whole, point, decimals = body.partition(".")
        least = width - len(shown_sign) - len(point + decimals + power) if fill == "0" and align == "=" else 0
        body = _grouped(whole, grouping, least) + point + decimals
    body += power
    room = max(width - len(shown_sign) - len(body), 0)
    if align == "<":
        return shown_sign + body + fill * room
    if align == "^":
        return fill * (room // 2) + shown_sign + body + fill * (room - room // 2)
    if align == "=":
        return shown_sign + fill * room + body
    return fill * room + shown_sign + body


def _formatted_digits(number, letter, precision):
    if not number.is_finite():
        return number._special_text(), "%" if letter == "%" else ""
    rounding = getcontext().rounding
    percent = "%" if letter == "%" else ""
    value = _new(0, number._int, number._exp + (2 if percent else 0))
    if letter in ("f", "F", "%"):
        if precision is not None:
            value = value._rescaled(-precision, rounding)
        elif value._exp > 0:
            value = value._rescaled(0, rounding)
        digits = str(value._int)
        if value._exp >= 0:
            return digits, percent
        digits = digits.rjust(1 - value._exp, "0")
        return digits[:value._exp] + "." + digits[value._exp:], percent
    if letter in ("e", "E"):
        if precision is not None:
            value = _to_digits(value, precision + 1, rounding)
        digits = str(value._int)
        text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
        return text, f"{letter}{value._exp + len(digits) - 1:+d}"
    if precision is not None:
        precision = max(precision, 1)
        if _number_of_digits(value._int) > precision:
            value = _to_digits(value, precision, rounding)
    text = value._text(capitals=letter != "g")
    mantissa, mark, power = text.replace("e", "E").partition("E")
    return mantissa, ("e" if letter == "g" else "E") + power if mark else ""


def _to_digits(value, count, rounding):
    if value._int == 0:
        return value
    excess = _number_of_digits(value._int) - count
    if excess <= 0:
        return _new(0, value._int * 10 ** -excess, value._exp + excess)
    coefficient = _dropped(value._int, excess, 0, rounding)[0]
    exponent = value._exp + excess
    if _number_of_digits(coefficient) > count:
        coefficient //= 10
        exponent += 1
    return _new(0, coefficient, exponent)


def _grouped(digits, separator, least):
    while len(digits) + (len(digits) - 1) // 3 < least:
        digits = "0" + digits
    parts = []
    while len(digits) > 3:
        parts.insert(0, digits[-3:])
        digits = digits[:-3]
    return separator.join([digits] + parts)


_numbers.Number.register(Decimal)
