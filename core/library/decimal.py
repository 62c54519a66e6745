"""decimal: decimal numbers with a precision of the user's choice, after the General Decimal Arithmetic Specification.

A finite number is sign, digits and exponent. An operation finds its exact result, or enough digits of it, and `_fix` rounds
that to what the context allows, telling the context what happened on the way.
"""

import math as _math
import numbers as _numbers
import threading as _threading
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

__version__ = "1.70"
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


# In the order in which one is raised where several are trapped, and in which a context shows them.
_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, Overflow, Rounded, Subnormal, Underflow, FloatOperation)
_INVALID = (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)
_LIMITS = {"prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
           "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
           "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
           "capitals": (0, 1, "valid values for capitals are 0 or 1"),
           "clamp": (0, 1, "valid values for clamp are 0 or 1")}


class SignalDict(_MutableMapping):
    """For each signal whether it was raised, or whether it is trapped."""

    def __init__(self, on):
        self._on = {signal: False for signal in _SIGNALS}
        for signal in on:
            self[signal] = True

    def _known(self, signal):
        if not isinstance(signal, type) or signal not in self._on:
            raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                           "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
        return signal

    def __getitem__(self, signal):
        return self._on[self._known(signal)]

    def __setitem__(self, signal, value):
        self._on[self._known(signal)] = bool(value)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(self._on)

    def __len__(self):
        return len(self._on)

    def copy(self):
        return dict(self._on)

    def __repr__(self):
        return "{" + ", ".join([f"{signal!r}:{on!r}" for signal, on in self._on.items()]) + "}"


def _signal_dict(given):
    if isinstance(given, list):
        return SignalDict(given)
    if not isinstance(given, (dict, SignalDict)):
        raise TypeError("argument must be a signal dict")
    if len(given) != len(_SIGNALS) or any([signal not in given for signal in _SIGNALS]):
        raise KeyError("invalid signal dict")
    return SignalDict([signal for signal in _SIGNALS if given[signal]])


class Context:
    __slots__ = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        usual = DefaultContext
        self.prec = usual.prec if prec is None else prec
        self.rounding = usual.rounding if rounding is None else rounding
        self.Emin = usual.Emin if Emin is None else Emin
        self.Emax = usual.Emax if Emax is None else Emax
        self.capitals = usual.capitals if capitals is None else capitals
        self.clamp = usual.clamp if clamp is None else clamp
        self.flags = _signal_dict([] if flags is None else flags)
        self.traps = _signal_dict(usual.traps if traps is None else traps)

    def __setattr__(self, name, value):
        if name in _LIMITS:
            least, most, text = _LIMITS[name]
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if not least <= value <= most:
                raise ValueError(text)
        elif name == "rounding":
            if not isinstance(value, str) or value not in _ROUNDERS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            if isinstance(value, list):
                raise TypeError("argument must be a signal dict")
            value = _signal_dict(value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def __reduce__(self):
        flags = [signal for signal in _SIGNALS if self.flags[signal]]
        traps = [signal for signal in _SIGNALS if self.traps[signal]]
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags, traps)

    def clear_flags(self):
        self.flags = SignalDict(())

    def clear_traps(self):
        self.traps = SignalDict(())

    def __repr__(self):
        flags = ", ".join([signal.__name__ for signal in _SHOWN if self.flags[signal]])
        traps = ", ".join([signal.__name__ for signal in _SHOWN if self.traps[signal]])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def _signal(self, result, *conditions):
        """The result, once the flags of these conditions are set, unless one of them is trapped."""
        trapped = []
        for condition in conditions:
            signal = InvalidOperation if condition in _INVALID else condition
            self.flags[signal] = True
            if self.traps[signal]:
                trapped.append((_SIGNALS.index(signal), signal, condition))
        if trapped:
            trapped.sort(key=lambda found: found[0])
            raise trapped[0][1]([condition for _, _, condition in trapped])
        return result

    def _invalid(self, cause=InvalidOperation):
        return self._signal(_new(0, 0, "n"), cause)

    def _wide(self, prec):
        """A context of the same way of rounding that nothing goes over or under, and that keeps its flags to itself."""
        made = _WIDE.copy()
        object.__setattr__(made, "prec", prec)
        made.rounding = self.rounding
        return made

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def radix(self):
        return Decimal(10)

    def create_decimal(self, num="0"):
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._invalid(ConversionSyntax)
        made = Decimal(num, self)
        if made.is_nan() and _number_of_digits(made._int) > self.prec - self.clamp and made._int:
            return self._invalid(ConversionSyntax)
        return made._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def canonical(self, a):
        if not isinstance(a, Decimal):
            raise TypeError("argument must be a Decimal")
        return a

    def copy_decimal(self, a):
        return _operand(a)

    def abs(self, a):
        return _operand(a)._absolute(self)

    def plus(self, a):
        return _operand(a)._plus(self)

    def minus(self, a):
        return _operand(a)._minus(self)

    def add(self, a, b):
        return _operand(a)._add(_operand(b), self)

    def subtract(self, a, b):
        return _operand(a)._subtract(_operand(b), self)

    def multiply(self, a, b):
        return _operand(a)._multiply(_operand(b), self)

    def divide(self, a, b):
        return _operand(a)._divide(_operand(b), self)

    def divide_int(self, a, b):
        return _operand(a)._whole_quotient(_operand(b), self)

    def remainder(self, a, b):
        return _operand(a)._remainder(_operand(b), self)

    def divmod(self, a, b):
        return _operand(a)._divmod(_operand(b), self)

    def power(self, a, b, modulo=None):
        return _operand(a)._power(_operand(b), None if modulo is None else _operand(modulo), self)

    def fma(self, a, b, c):
        return _operand(a).fma(b, c, self)

    def same_quantum(self, a, b):
        return _operand(a).same_quantum(b)

    def to_sci_string(self, a):
        return _operand(a)._text(False, self.capitals)

    def to_eng_string(self, a):
        return _operand(a)._text(True, self.capitals)


def _of_context(name, number_of_operands):
    """The operation as a method of a context; the context is that of the operation."""
    def unary(self, a):
        return getattr(_operand(a), name)(context=self)

    def binary(self, a, b):
        return getattr(_operand(a), name)(b, context=self)

    def question(self, a):
        return getattr(_operand(a), name)()

    made = (question, unary, binary)[number_of_operands]
    made.__name__ = name
    made.__qualname__ = "Context." + name
    setattr(Context, name, made)


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
    if coefficient == 0:
        return 0, False
    if count > _number_of_digits(coefficient):
        kept, half = 0, -1
    else:
        unit = 10 ** count
        kept, rest = divmod(coefficient, unit)
        if rest == 0:
            return kept, False
        half = 0 if 2 * rest == unit else 1 if 2 * rest > unit else -1
    if _ROUNDERS[rounding](bool(sign), kept % 10, half):
        kept += 1
    return kept, True


def _first_context(prec, rounding, Emin, Emax, traps):
    made = object.__new__(Context)
    made.rounding, made.Emin, made.Emax, made.capitals, made.clamp = rounding, MIN_EMIN, MAX_EMAX, 1, 0
    made.prec, made.Emin, made.Emax = prec, Emin, Emax
    made.flags, made.traps = SignalDict(()), SignalDict(traps)
    return made


DefaultContext = _first_context(28, ROUND_HALF_EVEN, -999999, 999999, (InvalidOperation, DivisionByZero, Overflow))
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, traps=[])
_WIDE = _first_context(MAX_PREC, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, ())
_current = _threading.local()


def getcontext():
    context = getattr(_current, "context", None)
    if context is None:
        context = _current.context = DefaultContext.copy()
        context.clear_flags()
    return context


def setcontext(context, /):
    _check_context(context, "argument must be a context")
    if any([context is template for template in (DefaultContext, BasicContext, ExtendedContext)]):
        context = context.copy()
        context.clear_flags()
    _current.context = context


def _check_context(context, text="optional argument must be a context"):
    if not isinstance(context, Context):
        raise TypeError(text)
    return context


def _chosen(context):
    return getcontext() if context is None else _check_context(context)


class _LocalContext:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, kind, value, trace):
        setcontext(self._old)


def localcontext(ctx=None, **kwargs):
    context = _chosen(ctx).copy()
    for name in kwargs:
        if name not in Context.__slots__:
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        value = kwargs[name]
        setattr(context, name, _signal_dict(value) if name in ("flags", "traps") else value)
    return _LocalContext(context)


DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

# Texts of up to so many digits are turned into ints, and back, at once. Longer ones go in halves: a precision may be more
# than str() and int() take.
_AT_ONCE = 4000
_BITS_AT_ONCE = 13000


def _whole(digits):
    if len(digits) <= _AT_ONCE:
        return int(digits)
    half = len(digits) // 2
    return _whole(digits[:-half]) * 10 ** half + _whole(digits[-half:])


def _digits(coefficient):
    if coefficient.bit_length() <= _BITS_AT_ONCE:
        return str(coefficient)
    half = _number_of_digits(coefficient) // 2
    left, right = divmod(coefficient, 10 ** half)
    return _digits(left) + _digits(right).rjust(half, "0")


def _number_of_digits(coefficient):
    bits = coefficient.bit_length()
    if bits <= _BITS_AT_ONCE:
        return len(str(coefficient))
    count = (bits - 1) * 30102999 // 100000000 + 1
    while coefficient >= 10 ** count:
        count += 1
    return count


def _parse(text):
    """Sign, coefficient and exponent of a literal; None if it is none. Infinity and NaN have a letter as exponent."""
    text = text.strip().replace("_", "")
    sign = 1 if text[:1] == "-" else 0
    body = (text[1:] if text[:1] in ("-", "+") else text).lower()
    if body in ("inf", "infinity"):
        return sign, 0, "F"
    for letters, kind in (("snan", "N"), ("nan", "n")):
        if body.startswith(letters) and (body[len(letters):] or "0").isdecimal():
            return sign, _whole(body[len(letters):] or "0"), kind
    mantissa, letter, exponent = body.partition("e")
    unsigned = exponent[1:] if exponent[:1] in ("-", "+") else exponent
    if letter and not unsigned.isdecimal():
        return None
    whole, point, decimals = mantissa.partition(".")
    digits = whole + decimals
    if not digits.isdecimal():
        return None
    return sign, _whole(digits), (int(exponent) if letter else 0) - len(decimals)


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


def _operand(value):
    number = _exact(value)
    if number is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return number


def _parts_of_float(value):
    if _math.isnan(value):
        return 1 if _math.copysign(1.0, value) < 0 else 0, 0, "n"
    if _math.isinf(value):
        return 1 if value < 0 else 0, 0, "F"
    sign = 1 if _math.copysign(1.0, value) < 0 else 0
    numerator, denominator = abs(value).as_integer_ratio()
    power = denominator.bit_length() - 1
    return sign, numerator * 5 ** power, -power


def _parts_of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if isinstance(exponent, str):
        if exponent not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    if exponent == "F":
        return sign, 0, "F"
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    return sign, _whole("".join([str(digit) for digit in digits]) or "0"), exponent


def _parts(value, context):
    if isinstance(value, str):
        return _parse(value) or context._invalid(ConversionSyntax)._triple()
    if isinstance(value, int):
        return 1 if value < 0 else 0, abs(value), 0
    if isinstance(value, Decimal):
        return value._triple()
    if isinstance(value, float):
        context._signal(None, FloatOperation)
        return _parts_of_float(value)
    if isinstance(value, (tuple, list)):
        return _parts_of_tuple(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _is_representable(coefficient, exponent):
    if isinstance(exponent, str):
        return True
    top = exponent + _number_of_digits(coefficient) - 1 if coefficient else exponent
    return MIN_ETINY <= exponent and top <= MAX_EMAX


class Decimal:
    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        context = _chosen(context)
        parts = _parts(value, context)
        if not _is_representable(parts[1], parts[2]):
            parts = context._invalid()._triple()
        made = object.__new__(cls)
        made._sign, made._int, made._exp = parts
        return made

    @classmethod
    def from_float(cls, f, /):
        if not isinstance(f, (int, float)):
            raise TypeError("argument must be int or float")
        made = _new(*_parts_of_float(f)) if isinstance(f, float) else _exact(f)
        return made if cls is Decimal else cls(made)

    def _triple(self):
        return self._sign, self._int, self._exp

    # What kind of number it is.

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._int == 0 and self.is_finite()

    def is_qnan(self):
        return self._exp == "n"

    def is_snan(self):
        return self._exp == "N"

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() >= _chosen(context).Emin

    def is_subnormal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() < _chosen(context).Emin

    def _is_whole(self):
        return self.is_finite() and (self._exp >= 0 or self._int == 0 or -self._exp < _number_of_digits(self._int)
                                     and self._int % 10 ** -self._exp == 0)

    def number_class(self, context=None):
        if self.is_nan():
            return "NaN" if self.is_qnan() else "sNaN"
        sign = "-" if self._sign else "+"
        if self.is_infinite():
            return sign + "Infinity"
        if self._int == 0:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def as_tuple(self):
        if self._exp == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self.is_nan() and self._int == 0:
            return DecimalTuple(self._sign, (), self._exp)
        return DecimalTuple(self._sign, tuple([int(digit) for digit in _digits(self._int)]), self._exp)

    def as_integer_ratio(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer ratio")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer ratio")
        signed = -self._int if self._sign else self._int
        if self._exp >= 0 or signed == 0:
            return int(self), 1
        unit = 10 ** -self._exp
        shared = _math.gcd(signed, unit)
        return signed // shared, unit // shared

    def adjusted(self):
        return _number_of_digits(self._int) + self._exp - 1 if self.is_finite() else 0

    def radix(self):
        return Decimal(10)

    def canonical(self):
        return self

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    # Rounding.

    def _fix(self, context):
        """What the context can hold of this number; the context is told what was lost."""
        if not self.is_finite():
            return self._fix_payload(context) if self.is_nan() else self
        exponent, coefficient, least = self._exp, self._int, context.Etiny()
        if coefficient == 0:
            held = min(max(exponent, least), context.Etop() if context.clamp else context.Emax)
            return self if held == exponent else context._signal(_new(self._sign, 0, held), Clamped)
        digits = _number_of_digits(coefficient)
        if digits + exponent - 1 > context.Emax:
            return self._overflow(context)
        is_subnormal = digits + exponent - 1 < context.Emin
        least = least if is_subnormal else digits + exponent - context.prec
        if exponent < least:
            return self._cut(least, is_subnormal, context)
        if context.clamp and exponent > context.Etop():
            padded = coefficient * 10 ** (exponent - context.Etop())
            happened = [Clamped, Subnormal] if is_subnormal else [Clamped]
            return context._signal(_new(self._sign, padded, context.Etop()), *happened)
        return context._signal(self, Subnormal) if is_subnormal else self

    def _cut(self, least, is_subnormal, context):
        """Without the digits below the exponent `least`."""
        coefficient, inexact = _dropped(self._int, least - self._exp, self._sign, context.rounding)
        if _number_of_digits(coefficient) > context.prec:
            coefficient //= 10
            least += 1
        result = _new(self._sign, coefficient, least)
        if least > context.Etop():
            return result._overflow(context)
        happened = [Rounded]
        if inexact:
            happened.append(Inexact)
        if is_subnormal:
            happened.append(Subnormal)
        if is_subnormal and inexact:
            happened.append(Underflow)
        if coefficient == 0:
            happened.append(Clamped)
        return context._signal(result, *happened)

    def _overflow(self, context):
        is_largest = (context.rounding in (ROUND_DOWN, ROUND_05UP)
                      or context.rounding == (ROUND_CEILING if self._sign else ROUND_FLOOR))
        result = _new(self._sign, 10 ** context.prec - 1, context.Etop()) if is_largest else _new(self._sign, 0, "F")
        return context._signal(result, Overflow, Inexact, Rounded)

    def _fix_payload(self, context):
        room = context.prec - context.clamp
        if _number_of_digits(self._int) <= room:
            return self
        return _new(self._sign, self._int % 10 ** room, self._exp)

    def _rescaled(self, exponent, rounding):
        if exponent <= self._exp:
            return _new(self._sign, self._int and self._int * 10 ** (self._exp - exponent), exponent)
        return _new(self._sign, _dropped(self._int, exponent - self._exp, self._sign, rounding)[0], exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = _chosen(context)
        rounding = _chosen_rounding(rounding) or context.rounding
        exp = _operand(exp)
        special = self._special(context, exp)
        if special is not None:
            return special
        if self.is_infinite() or exp.is_infinite():
            return self._plain() if self.is_infinite() and exp.is_infinite() else context._invalid()
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context._invalid()
        if self._int == 0:
            return _new(self._sign, 0, exp._exp)._fix(context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return context._invalid()
        result = self._rescaled(exp._exp, rounding)
        if result.adjusted() > context.Emax or _number_of_digits(result._int) > context.prec:
            return context._invalid()
        if exp._exp > self._exp:
            context._signal(None, *([Rounded] if _same(result, self) else [Rounded, Inexact]))
        return result._fix(context)

    def to_integral_value(self, rounding=None, context=None):
        context = _chosen(context)
        rounding = _chosen_rounding(rounding) or context.rounding
        if self.is_nan():
            return self._special(context)
        return self._rescaled(0, rounding) if self.is_finite() and self._exp < 0 else self._plain()

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = _chosen(context)
        result = self.to_integral_value(rounding, context)
        if self.is_finite() and self._exp < 0 and self._int:
            context._signal(None, *([Rounded] if _same(result, self) else [Rounded, Inexact]))
        return result

    def normalize(self, context=None):
        context = _chosen(context)
        special = self._special(context)
        if special is not None:
            return special
        result = self._fix(context)
        if not result.is_finite():
            return result
        if result._int == 0:
            return _new(result._sign, 0, 0)._fix(context)
        coefficient, exponent, most = result._int, result._exp, context.Etop() if context.clamp else context.Emax
        while coefficient % 10 == 0 and exponent < most:
            coefficient //= 10
            exponent += 1
        return _new(result._sign, coefficient, exponent)

    def _plain(self):
        """The same number as a Decimal, where it may be one of a class derived from that."""
        return self if type(self) is Decimal else _new(self._sign, self._int, self._exp)

    def _special(self, context, *others):
        """The result of an operation with a NaN; None without one."""
        for kind in ("N", "n"):
            for number in (self,) + others:
                if number._exp == kind:
                    quiet = _new(number._sign, number._int, "n")._fix_payload(context)
                    return context._signal(quiet, InvalidOperation) if kind == "N" else quiet
        return None

    # Arithmetic.

    def _add(self, other, context):
        special = self._special(context, other)
        if special is not None:
            return special
        if self.is_infinite() or other.is_infinite():
            if self.is_infinite() and other.is_infinite() and self._sign != other._sign:
                return context._invalid()
            return (self if self.is_infinite() else other)._plain()
        exponent = min(self._exp, other._exp)
        if self._int == 0 and other._int == 0:
            sign = 1 if context.rounding == ROUND_FLOOR and self._sign != other._sign else self._sign & other._sign
            return _new(sign, 0, exponent)._fix(context)
        if self._int == 0 or other._int == 0:
            number, zero = (other, self) if self._int == 0 else (self, other)
            exponent = min(number._exp, max(zero._exp, number._exp - context.prec - 1))
            return number._rescaled(exponent, context.rounding)._fix(context)
        first, second = _aligned(self, other, context.prec)
        exponent = min(first._exp, second._exp)
        total = first._signed_at(exponent) + second._signed_at(exponent)
        if total == 0:
            return _new(1 if context.rounding == ROUND_FLOOR else 0, 0, exponent)._fix(context)
        return _new(1 if total < 0 else 0, abs(total), exponent)._fix(context)

    def _signed_at(self, exponent):
        units = self._int * 10 ** (self._exp - exponent)
        return -units if self._sign else units

    def _subtract(self, other, context):
        if other.is_nan():
            return self._special(context, other)
        return self._add(other.copy_negate(), context)

    def _multiply(self, other, context):
        special = self._special(context, other)
        if special is not None:
            return special
        sign = self._sign ^ other._sign
        if self.is_infinite() or other.is_infinite():
            return context._invalid() if self.is_zero() or other.is_zero() else _new(sign, 0, "F")
        return _new(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _divide(self, other, context):
        special = self._special(context, other)
        if special is not None:
            return special
        sign = self._sign ^ other._sign
        if self.is_infinite():
            return context._invalid() if other.is_infinite() else _new(sign, 0, "F")
        if other.is_infinite():
            return context._signal(_new(sign, 0, context.Etiny()), Clamped)
        if other._int == 0:
            if self._int == 0:
                return context._invalid(DivisionUndefined)
            return context._signal(_new(sign, 0, "F"), DivisionByZero)
        ideal = self._exp - other._exp
        if self._int == 0:
            return _new(sign, 0, ideal)._fix(context)
        shift = _number_of_digits(other._int) - _number_of_digits(self._int) + context.prec + 1
        if shift >= 0:
            quotient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10 ** -shift)
        exponent = ideal - shift
        if rest:
            # A digit that is not 0 or 5 at the end keeps rounding honest.
            quotient += quotient % 5 == 0
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _new(sign, quotient, exponent)._fix(context)

    def _whole_division(self, other, context):
        """Quotient towards zero and the rest, not rounded, other != 0; None where the quotient has too many digits."""
        sign = self._sign ^ other._sign
        ideal = self._exp if other.is_infinite() else min(self._exp, other._exp)
        distance = self.adjusted() - other.adjusted()
        if self._int == 0 or other.is_infinite() or distance <= -2:
            return _new(sign, 0, 0), self._rescaled(ideal, ROUND_DOWN)
        if distance > context.prec:
            return None
        quotient, rest = divmod(abs(self._signed_at(ideal)), abs(other._signed_at(ideal)))
        if _number_of_digits(quotient) > context.prec:
            return None
        return _new(sign, quotient, 0), _new(self._sign, rest, ideal)

    def _whole_quotient(self, other, context):
        special = self._special(context, other)
        if special is not None:
            return special
        sign = self._sign ^ other._sign
        if self.is_infinite():
            return context._invalid() if other.is_infinite() else _new(sign, 0, "F")
        if other.is_zero():
            if self._int == 0:
                return context._invalid(DivisionUndefined)
            return context._signal(_new(sign, 0, "F"), DivisionByZero)
        found = self._whole_division(other, context)
        return context._invalid(DivisionImpossible) if found is None else found[0]._fix(context)

    def _remainder(self, other, context):
        special = self._special(context, other)
        if special is not None:
            return special
        if self.is_infinite():
            return context._invalid()
        if other.is_zero():
            return context._invalid(DivisionUndefined if self._int == 0 else InvalidOperation)
        found = self._whole_division(other, context)
        return context._invalid(DivisionImpossible) if found is None else found[1]._fix(context)

    def _divmod(self, other, context):
        special = self._special(context, other)
        if special is not None:
            return special, special
        sign = self._sign ^ other._sign
        if self.is_infinite():
            rest = context._invalid()
            return (rest if other.is_infinite() else _new(sign, 0, "F")), rest
        if other.is_zero():
            if self._int == 0:
                undefined = context._invalid(DivisionUndefined)
                return undefined, undefined
            return context._signal((_new(sign, 0, "F"), _new(0, 0, "n")), InvalidOperation, DivisionByZero)
        found = self._whole_division(other, context)
        if found is None:
            impossible = context._invalid(DivisionImpossible)
            return impossible, impossible
        return found[0]._fix(context), found[1]._fix(context)

    def remainder_near(self, other, context=None):
        context, other = _chosen(context), _operand(other)
        special = self._special(context, other)
        if special is not None:
            return special
        if self.is_infinite() or other.is_zero():
            return context._invalid(DivisionUndefined if self.is_zero() else InvalidOperation)
        if other.is_infinite():
            return self._fix(context)
        ideal = min(self._exp, other._exp)
        distance = self.adjusted() - other.adjusted()
        if self._int == 0 or distance <= -2:
            return self._rescaled(ideal, ROUND_DOWN)._fix(context)
        if distance > context.prec:
            return context._invalid(DivisionImpossible)
        divisor = abs(other._signed_at(ideal))
        quotient, rest = divmod(abs(self._signed_at(ideal)), divisor)
        if 2 * rest + quotient % 2 > divisor:
            quotient += 1
            rest -= divisor
        if _number_of_digits(quotient) > context.prec:
            return context._invalid(DivisionImpossible)
        return _new(self._sign ^ (rest < 0), abs(rest), ideal)._fix(context)

    def fma(self, other, third, context=None):
        context, other, third = _chosen(context), _operand(other), _operand(third)
        if self.is_nan() or other.is_nan():
            special = self._special(context, other)
            return self._special(context, other, third) if third.is_snan() and special is not None else special
        sign = self._sign ^ other._sign
        if self.is_infinite() or other.is_infinite():
            product = self._multiply(other, context)
            return product if product.is_nan() else product._add(third, context)
        return _new(sign, self._int * other._int, self._exp + other._exp)._add(third, context)

    def sqrt(self, context=None):
        context = _chosen(context)
        special = self._special(context)
        if special is not None:
            return special
        if self.is_zero():
            return _new(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            return context._invalid()
        if self.is_infinite():
            return self._plain()
        ideal = exponent = self._exp // 2
        coefficient = self._int * 10 if self._exp % 2 else self._int
        shift = context.prec + 1 - (_number_of_digits(coefficient) + 1) // 2
        if shift >= 0:
            coefficient *= 100 ** shift
            rest = 0
        else:
            coefficient, rest = divmod(coefficient, 100 ** -shift)
        exponent -= shift
        root = _math.isqrt(coefficient)
        if rest or root * root != coefficient:
            # A digit that is not 0 or 5 at the end keeps rounding honest.
            root += root % 5 == 0
        else:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        return _new(0, root, exponent)._fix_to_nearest(context)

    def _fix_to_nearest(self, context):
        rounding, context.rounding = context.rounding, ROUND_HALF_EVEN
        try:
            return self._fix(context)
        finally:
            context.rounding = rounding

    def _not_exact(self):
        """With one digit more, so that it cannot be taken for a number whose last digits are really zeros."""
        return _new(self._sign, self._int * 10 + 1, self._exp - 1) if self._int % 10 == 0 else self

    # Powers and logarithms: digits of a number that goes on for ever, as many as it takes to know how it is rounded.

    def exp(self, context=None):
        context = _chosen(context)
        special = self._special(context)
        if special is not None:
            return special
        if self.is_infinite():
            return _new(0, 0, 0) if self._sign else self._plain()
        if self._int == 0:
            return _new(0, 1, 0)
        signed = -self._int if self._sign else self._int
        found = _rounded_exp(lambda place: _shifted(signed, self._exp + place), self.adjusted(), self._sign, context)
        return found._not_exact()._fix_to_nearest(context)

    def ln(self, context=None):
        return self._logarithm(_chosen(context), _ln_at, lambda: self == 1)

    def log10(self, context=None):
        def is_power_of_ten():
            return self._int == 10 ** (_number_of_digits(self._int) - 1)

        def digits_at(coefficient, exponent, place):
            return _ln_at(coefficient, exponent, place + 3) * 10 ** place // _ln10_at(place + 3)
        return self._logarithm(_chosen(context), digits_at, is_power_of_ten)

    def _logarithm(self, context, digits_at, is_exact):
        special = self._special(context)
        if special is not None:
            return special
        if self.is_zero():
            return _new(1, 0, "F")
        if self._sign:
            return context._invalid()
        if self.is_infinite():
            return self._plain()
        if is_exact():
            return Decimal(self.adjusted())._fix(context)
        small = -_distance_from_one(self)
        extra = 5
        while True:
            place = context.prec + extra + max(small, 0)
            found = digits_at(self._int, self._exp, place)
            if _is_settled(abs(found), 100, context.prec):
                return _new(1 if found < 0 else 0, abs(found), -place)._not_exact()._fix_to_nearest(context)
            extra += context.prec // 2 + 5

    def _power(self, other, modulo, context):
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        special = self._special(context, other)
        if special is not None:
            return special
        if other._int == 0 and other.is_finite():
            return context._invalid() if self.is_zero() else _new(0, 1, 0)
        is_whole = other._is_whole()
        if self._sign and not is_whole and not self.is_zero():
            return context._invalid()
        sign = 1 if self._sign and is_whole and other._is_odd() else 0
        if self.is_zero():
            return _new(sign, 0, "F") if other._sign else _new(sign, 0, 0)
        if self.is_infinite():
            return _new(sign, 0, 0) if other._sign else _new(sign, 0, "F")
        base = self.copy_abs()
        if _same(base, _ONE):
            return base._power_of_one(other, is_whole, sign, context)
        if other.is_infinite():
            return _new(sign, 0, "F") if (base._order(_ONE) > 0) != bool(other._sign) else _new(sign, 0, 0)
        return base._finite_power(other, is_whole, sign, context)

    def _is_odd(self):
        return self._exp <= 0 and self._int // 10 ** -self._exp % 2 == 1

    def _power_of_one(self, other, is_whole, sign, context):
        if other.is_infinite() or not is_whole:
            return context._signal(_new(sign, 10 ** (context.prec - 1), 1 - context.prec), Inexact, Rounded)
        times = 0 if other._sign else context.prec if other.adjusted() > 20 else min(int(other), context.prec)
        exponent = self._exp * times
        if exponent < 1 - context.prec:
            exponent = context._signal(1 - context.prec, Rounded)
        return _new(sign, 10 ** -exponent if exponent < 0 else 1, min(exponent, 0))

    def _finite_power(self, other, is_whole, sign, context):
        """A number that is neither 0 nor 1 to a power that is not 0."""
        rough = max(len(str(abs(self.adjusted()))) - 1, 0) if self.adjusted() not in (0, -1) else _distance_from_one(self)
        magnitude = rough + other.adjusted()
        is_small = (self._order(_ONE) < 0) != bool(other._sign)
        if magnitude > 20:
            return _new(sign, 1, -10 ** 20 if is_small else 10 ** 20)._fix(context)
        if is_whole and magnitude <= 20 and other.adjusted() <= 20:
            return self._whole_power(int(other), sign, context)
        exponent = -other._int if other._sign else other._int

        def digits_at(place):
            wide = place + max(other.adjusted(), 0) + 5
            return _shifted(exponent * _ln_at(self._int, self._exp, wide), other._exp + place - wide)
        found = _rounded_exp(digits_at, magnitude + 1, is_small, context, context.prec + 12)
        short = found._fix_to_nearest(context._wide(context.prec + 3))
        # So near to a number with few digits it is that number, as in 4 ** 0.5.
        distance = found._subtract(short, context._wide(MAX_PREC))
        is_short = distance._int == 0 or distance.adjusted() < short.adjusted() - 2 * context.prec - 4
        return (short if is_short else found)._not_exact()._fix(context)

    def _whole_power(self, power, sign, context):
        times, digits = abs(power), _number_of_digits(self._int)
        if times * digits <= 4 * context.prec + 100:
            result = _new(sign, self._int ** times, self._exp * times)
            return result._fix(context) if power > 0 else _ONE._divide(result, context)
        wide = context._wide(context.prec + len(str(times)) + 5)
        wide.rounding = ROUND_HALF_EVEN
        base = self if power > 0 else _ONE._divide(self, wide)
        result = base
        for bit in bin(times)[3:]:
            result = result._multiply(result, wide)
            if bit == "1":
                result = result._multiply(base, wide)
        if not result.is_finite() or result._int == 0:
            return _new(sign, 1, 10 ** 20 if result.is_infinite() else -10 ** 20)._fix(context)
        result._sign = sign
        return (result._not_exact() if wide.flags[Inexact] else result)._fix(context)

    def _power_modulo(self, other, modulo, context):
        special = self._special(context, other, modulo)
        if special is not None:
            return special
        if not (self._is_whole() and other._is_whole() and modulo._is_whole()) or other._sign and other._int:
            return context._invalid()
        if modulo._int == 0 or self._int == 0 and other._int == 0 or modulo.adjusted() >= context.prec:
            return context._invalid()
        divisor = abs(int(modulo))
        base = self._int * pow(10, self._exp, divisor) % divisor if self._exp > 0 else abs(int(self)) % divisor
        digits, zeros = (other._int, other._exp) if other._exp > 0 else (int(other), 0)
        for _ in range(zeros):
            base = pow(base, 10, divisor)
        sign = 1 if self._sign and other._int and other._is_odd() else 0
        return _new(sign, pow(base, digits, divisor), 0)._fix(context)

    # Operators.

    def __add__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._add(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._subtract(other, getcontext())

    def __rsub__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._subtract(self, getcontext())

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
        return NotImplemented if other is None else self._whole_quotient(other, getcontext())

    def __rfloordiv__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._whole_quotient(self, getcontext())

    def __mod__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._remainder(other, getcontext())

    def __rmod__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._remainder(self, getcontext())

    def __divmod__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else self._divmod(other, getcontext())

    def __rdivmod__(self, other):
        other = _exact(other)
        return NotImplemented if other is None else other._divmod(self, getcontext())

    def __pow__(self, other, modulo=None):
        other = _exact(other)
        modulus = None if modulo is None else _exact(modulo)
        if other is None or modulo is not None and modulus is None:
            return NotImplemented
        return self._power(other, modulus, getcontext())

    def __rpow__(self, other, modulo=None):
        other = _exact(other)
        return NotImplemented if other is None else other._power(self, None, getcontext())

    def __neg__(self):
        return self._minus(getcontext())

    def __pos__(self):
        return self._plus(getcontext())

    def __abs__(self):
        return self._absolute(getcontext())

    def _plus(self, context):
        special = self._special(context)
        if special is not None:
            return special
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._plain()._fix(context)

    def _minus(self, context):
        return self._special(context) if self.is_nan() else self.copy_negate()._plus(context)

    def _absolute(self, context):
        return self._special(context) if self.is_nan() else self.copy_abs()._fix(context)

    def copy_abs(self):
        return _new(0, self._int, self._exp)

    def copy_negate(self):
        return _new(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _new(_operand(other)._sign, self._int, self._exp)

    # Comparisons.

    def _order(self, other):
        """-1, 0 or 1; neither is a NaN."""
        signs = [0 if number.is_zero() else -1 if number._sign else 1 for number in (self, other)]
        if signs[0] != signs[1]:
            return 1 if signs[0] > signs[1] else -1
        if signs[0] == 0:
            return 0
        if self.is_infinite() or other.is_infinite():
            return signs[0] * (self.is_infinite() - other.is_infinite())
        if self.adjusted() != other.adjusted():
            return signs[0] if self.adjusted() > other.adjusted() else -signs[0]
        exponent = min(self._exp, other._exp)
        first, second = self._signed_at(exponent), other._signed_at(exponent)
        return (first > second) - (first < second)

    def _comparable(self, other, is_equality):
        """This number and the other one as decimals that are in the same order; None for what cannot be compared."""
        if isinstance(other, float) or is_equality and isinstance(other, complex) and other.imag == 0:
            context = getcontext()
            if is_equality:
                context.flags[FloatOperation] = True
            else:
                context._signal(None, FloatOperation)
            return self, _new(*_parts_of_float(float(other.real)))
        number = _exact(other)
        if number is None and isinstance(other, _numbers.Rational):
            scaled = _new(self._sign, self._int * other.denominator, self._exp) if self.is_finite() else self
            return scaled, _exact(int(other.numerator))
        return None if number is None else (self, number)

    def _compared(self, other, answer, is_equality=False):
        pair = self._comparable(other, is_equality)
        if pair is None:
            return NotImplemented
        if pair[0].is_nan() or pair[1].is_nan():
            if not is_equality or pair[0].is_snan() or pair[1].is_snan():
                getcontext()._invalid()
            return False
        return answer(pair[0]._order(pair[1]))

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
        other = _operand(other)
        special = self._special(_chosen(context), other)
        return Decimal(self._order(other)) if special is None else special

    def compare_signal(self, other, context=None):
        context, other = _chosen(context), _operand(other)
        if self.is_nan() or other.is_nan():
            return context._signal(self._special(context._wide(context.prec), other), InvalidOperation)
        return Decimal(self._order(other))

    def compare_total(self, other, context=None):
        """The order in which 1.0 comes after 1.00 and NaNs have their places."""
        other = _operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        ranks = [{"n": 2, "N": 1}.get(number._exp, 0) for number in (self, other)]
        if ranks != [0, 0]:
            first, second = (ranks[0], self._int), (ranks[1], other._int)
        else:
            order = self._order(other)
            if order or self.is_infinite():
                return Decimal(order)
            first, second = self._exp, other._exp
        return Decimal(((first > second) - (first < second)) * (-1 if self._sign else 1))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_operand(other).copy_abs())

    def _largest(self, other, context, wanted, by_magnitude):
        context, other = _chosen(context), _operand(other)
        if self.is_nan() or other.is_nan():
            for number, alternative in ((self, other), (other, self)):
                if number.is_qnan() and not alternative.is_nan():
                    return alternative._plain()._fix(context)
            return self._special(context, other)
        order = self.copy_abs()._order(other.copy_abs()) if by_magnitude else self._order(other)
        order = order or self._order(other) or int(self.compare_total(other))
        return (self if order == wanted or order == 0 else other)._plain()._fix(context)

    def max(self, other, context=None):
        return self._largest(other, context, 1, False)

    def min(self, other, context=None):
        return self._largest(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._largest(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._largest(other, context, -1, True)

    def same_quantum(self, other, context=None):
        other = _operand(other)
        return self._exp == other._exp or self.is_nan() and other.is_nan()

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

    # Neighbours, digits one by one, exponents.

    def _neighbour(self, direction, context):
        special = self._special(context)
        if special is not None:
            return special
        away = 1 if direction < 0 else 0
        if self.is_infinite():
            return self._plain() if self._sign == away else _new(self._sign, 10 ** context.prec - 1, context.Etop())
        wide = context.copy()
        wide.clear_traps()
        wide.rounding = ROUND_FLOOR if direction < 0 else ROUND_CEILING
        rounded = self._plain()._fix(wide)
        if not _same(rounded, self):
            return rounded
        return self._add(_new(away, 1, context.Etiny() - 1), wide)

    def next_plus(self, context=None):
        return self._neighbour(1, _chosen(context))

    def next_minus(self, context=None):
        return self._neighbour(-1, _chosen(context))

    def next_toward(self, other, context=None):
        context, other = _chosen(context), _operand(other)
        special = self._special(context, other)
        if special is not None:
            return special
        order = self._order(other)
        if order == 0:
            return self.copy_sign(other)
        result = self._neighbour(-order, context)
        if result.is_infinite():
            return context._signal(result, Overflow, Inexact, Rounded)
        if result.adjusted() < context.Emin:
            happened = [Underflow, Subnormal, Inexact, Rounded] + ([Clamped] if result._int == 0 else [])
            return context._signal(result, *happened)
        return result

    def _shift_count(self, other, context):
        """The whole number by which digits are moved, as an int; None if it is none or too large."""
        if other._exp != 0 or not -context.prec <= int(other) <= context.prec:
            return None
        return int(other)

    def shift(self, other, context=None):
        return self._moved(other, context, False)

    def rotate(self, other, context=None):
        return self._moved(other, context, True)

    def _moved(self, other, context, around):
        context, other = _chosen(context), _operand(other)
        special = self._special(context, other)
        if special is not None:
            return special
        count = self._shift_count(other, context)
        if count is None:
            return context._invalid()
        if self.is_infinite():
            return self._plain()
        limit = 10 ** context.prec
        coefficient = self._int % limit
        if around:
            left, right = divmod(coefficient, 10 ** (context.prec - count % context.prec))
            coefficient = right * 10 ** (count % context.prec) + left
        elif count < 0:
            coefficient //= 10 ** -count
        else:
            coefficient = coefficient * 10 ** count % limit
        return _new(self._sign, coefficient, self._exp)

    def logb(self, context=None):
        context = _chosen(context)
        special = self._special(context)
        if special is not None:
            return special
        if self.is_infinite():
            return _new(0, 0, "F")
        if self._int == 0:
            return context._signal(_new(1, 0, "F"), DivisionByZero)
        return Decimal(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        context, other = _chosen(context), _operand(other)
        special = self._special(context, other)
        if special is not None:
            return special
        limit = 2 * (context.Emax + context.prec)
        if other._exp != 0 or not -limit <= int(other) <= limit:
            return context._invalid()
        if self.is_infinite():
            return self._plain()
        return _new(self._sign, self._int, self._exp + int(other))._fix(context)

    def _bits(self, context):
        """The digits, if all are 0 and 1 and they fit; None otherwise."""
        if self._sign or self._exp != 0:
            return None
        digits = _digits(self._int)[-context.prec:].rjust(context.prec, "0")
        return digits if digits.strip("01") == "" else None

    def _logical(self, other, context, answer):
        context = _chosen(context)
        first, second = self._bits(context), _operand(other)._bits(context)
        if first is None or second is None:
            return context._invalid()
        return _new(0, _whole("".join([answer(a == "1", b == "1") and "1" or "0" for a, b in zip(first, second)])), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a and b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a or b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a != b)

    def logical_invert(self, context=None):
        return self._logical(_new(0, 0, 0), context, lambda a, b: not a)

    # Conversions.

    def __bool__(self):
        return self._int != 0 or not self.is_finite()

    def __int__(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        if self.is_infinite():
            raise OverflowError("cannot convert Infinity to integer")
        if self._int == 0 or -self._exp > _number_of_digits(self._int):
            return 0
        whole = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -whole if self._sign else whole

    __trunc__ = __int__

    def __float__(self):
        if self.is_snan():
            raise ValueError("cannot convert signaling NaN to float")
        if self.is_nan():
            return -_math.nan if self._sign else _math.nan
        return float(self._text())

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self._rescaled(0, ROUND_FLOOR)) if self.is_finite() and self._exp < 0 else int(self)

    def __ceil__(self):
        return int(self._rescaled(0, ROUND_CEILING)) if self.is_finite() and self._exp < 0 else int(self)

    def __round__(self, n=None, /):
        if n is None:
            return int(self._rescaled(0, ROUND_HALF_EVEN)) if self.is_finite() and self._exp < 0 else int(self)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_new(0, 1, -n), ROUND_HALF_EVEN)

    def _special_text(self):
        if self.is_infinite():
            return "Infinity"
        return ("sNaN" if self.is_snan() else "NaN") + (_digits(self._int) if self._int else "")

    def _text(self, engineering=False, capitals=True):
        sign = "-" if self._sign else ""
        if not self.is_finite():
            return sign + self._special_text()
        digits = _digits(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            place = left
        elif not engineering:
            place = 1
        elif self._int == 0:
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        power = "" if left == place else ("E" if capitals else "e") + f"{left - place:+d}"
        return sign + _with_point(digits, place) + power

    def __str__(self):
        return self._text(False, getcontext().capitals)

    def to_eng_string(self, context=None):
        return self._text(True, _chosen(context).capitals)

    def __repr__(self):
        return f"Decimal('{self._text(False, getcontext().capitals)}')"

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError("format arg must be str")
        return _formatted(self, spec)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce__(self):
        return type(self), (self._text(),)


_ONE = _new(0, 1, 0)

for _name in ("copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed",
              "is_snan", "is_zero"):
    _of_context(_name, 0)
for _name in ("exp", "is_normal", "is_subnormal", "ln", "log10", "logb", "logical_invert", "next_minus", "next_plus",
              "normalize", "number_class", "sqrt", "to_integral_exact", "to_integral_value"):
    _of_context(_name, 1)
for _name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign", "logical_and", "logical_or",
              "logical_xor", "max", "max_mag", "min", "min_mag", "next_toward", "quantize", "remainder_near", "rotate",
              "scaleb", "shift"):
    _of_context(_name, 2)
Context.to_integral = Context.to_integral_value


def _chosen_rounding(rounding):
    if rounding is not None:
        _WIDE.copy().rounding = rounding
    return rounding


def _same(first, second):
    return first.is_finite() and second.is_finite() and first._order(second) == 0


def _aligned(first, second, prec):
    """Two numbers whose sum, rounded, is that of these two; one that is far below the last digit kept becomes a single unit."""
    high, low = (first, second) if first.adjusted() >= second.adjusted() else (second, first)
    last = min(high._exp, high.adjusted() - prec) - 2
    if low.adjusted() < last:
        low = _new(low._sign, 1, last)
    return high, low


def _shifted(number, count):
    """number * 10 ** count, towards minus infinity where digits are lost."""
    return number * 10 ** count if count >= 0 else number // 10 ** -count


def _is_settled(coefficient, error, prec):
    """Whether the number, known up to some units of its last digit, is rounded to `prec` digits in one way only."""
    excess = _number_of_digits(coefficient) - prec
    if excess < 3:
        return False
    return (_dropped(coefficient - error, excess, 0, ROUND_HALF_EVEN)[0]
            == _dropped(coefficient + error, excess, 0, ROUND_HALF_EVEN)[0])


def _distance_from_one(number):
    """About how many digits there are before the point in |number - 1|; negative: zeros after the point."""
    exponent = min(number._exp, 0)
    if not -2 <= number.adjusted() <= 1:
        return 0
    return _number_of_digits(abs(number._signed_at(exponent) - 10 ** -exponent)) + exponent - 1


def _atanh_of_inverse(number, scale):
    term = total = scale // number
    square, odd = number * number, 1
    while term:
        term //= square
        odd += 2
        total += term // odd
    return total


def _ln10_at(place):
    """ln(10) * 10 ** place."""
    scale = 10 ** (place + 5)
    return (46 * _atanh_of_inverse(31, scale) + 34 * _atanh_of_inverse(49, scale)
            + 20 * _atanh_of_inverse(161, scale)) // 10 ** 5


def _ln_at(coefficient, exponent, place):
    """ln(coefficient * 10 ** exponent) * 10 ** place: square roots until the rest is near 1, then a series."""
    digits = _number_of_digits(coefficient)
    roots = _math.isqrt(place) // 2 + 4
    scale = 10 ** (place + roots // 3 + 8)
    near = coefficient * scale // 10 ** (digits - 1)
    for _ in range(roots):
        near = _math.isqrt(near * scale)
    term = ratio = (near - scale) * scale // (near + scale)
    square, total, odd = ratio * ratio // scale, ratio, 1
    while term:
        term = term * square // scale
        odd += 2
        total += term // odd
    logarithm = (total << roots + 1) * 10 ** place // scale
    power = exponent + digits - 1
    return logarithm + (power * _ln10_at(place + len(str(power))) // 10 ** len(str(power)) if power else 0)


def _exp_at(number, place):
    """exp(number / 10 ** place) * 10 ** place, for a small number that is not negative."""
    halvings = _math.isqrt(place) // 2 + 4
    more = halvings // 3 + 8
    scale = 10 ** (place + more)
    rest = number * 10 ** more >> halvings
    term = total = scale
    step = 0
    while term:
        step += 1
        term = term * rest // (scale * step)
        total += term
    for _ in range(halvings):
        total = total * total // scale
    return total // 10 ** more


def _rounded_exp(digits_at, magnitude, is_negative, context, extra=6):
    """exp() of a number whose digits up to a place are to be had, with enough of them to round it."""
    if magnitude > 20:
        return _new(0, 1, -10 ** 20 if is_negative else 10 ** 20)
    if magnitude < -context.prec - 2:
        one = 10 ** (context.prec + 3)
        return _new(0, one - 1 if is_negative else one + 1, -context.prec - 3)
    while True:
        place = context.prec + extra
        wide = place + max(magnitude, 0) + 3
        quotient, rest = divmod(digits_at(wide), _ln10_at(wide))
        coefficient = _exp_at(rest, wide)
        if _is_settled(coefficient, 10 ** (max(magnitude, 0) + 5), context.prec) or extra > 3 * context.prec + 60:
            return _new(0, coefficient, quotient - wide)
        extra += context.prec // 2 + 5


def _with_point(digits, place):
    """The digits with a point after so many of them; none at the end."""
    if place <= 0:
        return "0." + "0" * -place + digits
    if place >= len(digits):
        return digits + "0" * (place - len(digits))
    return digits[:place] + "." + digits[place:]


def _read_digits(spec, place):
    end = place
    while spec[end:end + 1].isdecimal():
        end += 1
    return (int(spec[place:end]) if end > place else None), end


def _parsed_spec(spec):
    """Fill, align, sign, z, width, grouping, precision and letter of the format mini-language."""
    fill, align, place = " ", ">", 0
    has_align = False
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, place, has_align = spec[0], spec[1], 2, True
    elif spec[:1] in ("<", ">", "=", "^"):
        align, place, has_align = spec[0], 1, True
    sign = "-"
    if spec[place:place + 1] in ("+", "-", " "):
        sign = spec[place]
        place += 1
    no_negative_zero = spec[place:place + 1] == "z"
    place += no_negative_zero
    if spec[place:place + 1] == "0":
        if has_align:
            raise ValueError("invalid format string")
        fill, align = "0", "="
        place += 1
    width, place = _read_digits(spec, place)
    grouping = spec[place:place + 1] if spec[place:place + 1] == "," else ""
    place += len(grouping)
    precision = None
    if spec[place:place + 1] == ".":
        precision, place = _read_digits(spec, place + 1)
        if precision is None:
            raise ValueError("invalid format string")
    letter = spec[place:]
    if letter not in ("", "e", "E", "f", "F", "g", "G", "n", "%") or letter == "n" and grouping:
        raise ValueError("invalid format string")
    return fill, align, sign, no_negative_zero, width or 0, grouping, precision, letter


def _formatted(number, spec):
    fill, align, sign, no_negative_zero, width, grouping, precision, letter = _parsed_spec(spec)
    body, power, is_zero = _formatted_digits(number, letter, precision)
    is_negative = number._sign and not (no_negative_zero and is_zero)
    shown_sign = "-" if is_negative else sign if sign != "-" else ""
    if grouping and number.is_finite():
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
    """The digits with their point, the exponent or the per cent sign, and whether nothing but zeros is left."""
    percent = "%" if letter == "%" else ""
    if not number.is_finite():
        return number._special_text(), percent, False
    rounding = getcontext().rounding
    value = _new(number._sign, number._int, number._exp + (2 if percent else 0))
    if letter in ("f", "F", "%"):
        if precision is not None:
            value = value._rescaled(-precision, rounding)
        elif value._exp > 0:
            value = value._rescaled(0, rounding)
    elif precision is not None:
        count = precision + 1 if letter in ("e", "E") else max(precision, 1)
        value = _to_digits(value, count, rounding, letter in ("e", "E"))
    digits = _digits(value._int)
    left = value._exp + len(digits)
    if letter in ("f", "F", "%"):
        place = left
    elif letter in ("e", "E"):
        place = 1 - precision if value._int == 0 and precision is not None else 1
    else:
        place = left if value._exp <= 0 and left > -6 else 1
    text = _with_point(digits, place)
    power = f"{'e' if letter in ('e', 'g') else 'E'}{left - place:+d}" if place != left or letter in ("e", "E") else ""
    return text, percent or power, value._int == 0


def _to_digits(value, count, rounding, padded):
    excess = _number_of_digits(value._int) - count
    if value._int == 0 or excess < 0 and not padded:
        return value
    if excess <= 0:
        return _new(value._sign, value._int * 10 ** -excess, value._exp + excess)
    coefficient = _dropped(value._int, excess, value._sign, rounding)[0]
    exponent = value._exp + excess
    if _number_of_digits(coefficient) > count:
        coefficient //= 10
        exponent += 1
    return _new(value._sign, coefficient, exponent)


def _grouped(digits, separator, least):
    while len(digits) + (len(digits) - 1) // 3 < least:
        digits = "0" + digits
    parts = []
    while len(digits) > 3:
        parts.insert(0, digits[-3:])
        digits = digits[:-3]
    return separator.join([digits] + parts)


_numbers.Number.register(Decimal)
