# What a context may be told, numbers far out, and the operations that are seldom used.
from decimal import *
from fractions import Fraction
import copy
import numbers
import pickle


def attempt(label, work):
    try:
        print(label, repr(work()))
    except Exception as error:
        print(label, type(error).__name__, error)


context = getcontext()
attempt("too large to add", lambda: Decimal("1e999999999") + 1)
attempt("far below the last digit", lambda: Decimal("1e-999999999") + 1)
attempt("far apart", lambda: Decimal("1e900000") - Decimal("1e-900000"))
attempt("compared", lambda: Decimal("1e999999999") > Decimal("-3") > Decimal("-1e999999999"))
attempt("remainder", lambda: Decimal("7") % Decimal("1e500000"))
attempt("power", lambda: Decimal("1.5") ** Decimal("1e12"))
attempt("small power", lambda: Decimal("0.5") ** Decimal("1e12"))
attempt("square root as a power", lambda: Decimal(4) ** Decimal("0.5"))
attempt("three operands", lambda: pow(Decimal(3), 200, 1000))
attempt("rounding to nothing", lambda: int(Decimal("7e-999999999")))
attempt("exp", lambda: (Decimal(1).exp(), Decimal("-1e12").exp()))
attempt("logarithms", lambda: (Decimal("1.0000001").ln(), Decimal("0.001").log10(), Decimal(7).log10()))

for name, value in (("prec", "many"), ("prec", 0), ("Emax", -1), ("rounding", "up"), ("colour", 1)):
    attempt(name, lambda: setattr(context, name, value))
attempt("delete", lambda: delattr(context, "prec"))
attempt("unknown option", lambda: localcontext(color=1))
attempt("flag of nothing", lambda: context.flags[ValueError])
print(Context(prec=5), BasicContext)
print(Context(prec=3).flags)

with localcontext(prec=4, Emax=20, Emin=-20, traps=[]) as small:
    for text in ("123456", "1e19", "99999e17", "1.2345e-20", "1e-40", "0e-90"):
        small.clear_flags()
        print(text, +Decimal(text), [signal.__name__ for signal, on in small.flags.items() if on])
    print(Decimal(1) / 0, Decimal(0) / 0, Decimal("sNaN7") + 1, Decimal("-Infinity") * 0)
    print(Decimal(5).next_plus(), Decimal(5).next_minus(), Decimal(5).next_toward(9))
    print(small.divmod(17, 5), small.power(2, 20), small.remainder_near(17, 6), small.to_eng_string(Decimal("1.2E+7")))
    print(Decimal("1234").rotate(1), Decimal("1234").shift(-2), Decimal(1101).logical_xor(Decimal(1010)))
    print(Decimal(1101).logical_invert(), Decimal("1.50").compare_total(Decimal("1.5")), Decimal(-7).max_mag(5))
    print([Decimal(text).number_class() for text in ("1", "-0", "1e-22", "inf", "nan", "snan")])
    print(Decimal(300).logb(), Decimal("1.5").scaleb(3), Decimal(2).fma(3, 4), small.create_decimal("1.23456789"))

attempt("operand", lambda: context.add("1", 2))
attempt("space", lambda: context.create_decimal(" 1"))
attempt("sign", lambda: Decimal((2, (1,), 0)))
attempt("digit", lambda: Decimal((0, (12,), 0)))
attempt("third", lambda: Decimal((0, (1,), "x")))
attempt("NaN compared", lambda: Decimal("nan") < 1)
attempt("both parts", lambda: divmod(Decimal(1), 0))
print(Decimal(5).as_tuple()._asdict(), Decimal("NaN12").as_tuple(), Decimal((0, [1, 2], -1)))
print(Decimal("0.25") == 0.25, Decimal("0.25") < Fraction(1, 3), Decimal(2) == 2 + 0j, context.flags[FloatOperation])
print(isinstance(Fraction(1, 2), numbers.Rational), isinstance(Decimal(1), numbers.Number))
print(Decimal("0.25").__ne__(0.25), Decimal("0.25").__ne__("0.25"))
for spec in (".2f", ",.1f", "010.2f", ".3e", ".2%", "z.1f", "*^12", ".3g", "+"):
    print(spec, format(Decimal("1234.5678"), spec), format(Decimal("-0.004"), spec))
context.traps[FloatOperation] = True
attempt("trapped float", lambda: Decimal(1.5))
context.traps[FloatOperation] = False


class Price(Decimal):
    pass


print(type(Price("2.50") + 1).__name__, type(copy.copy(Price("2.50"))).__name__, pickle.loads(pickle.dumps(Price("2.50"))))
print(pickle.loads(pickle.dumps(Context(prec=7, rounding=ROUND_UP))))
context.prec = 6000
digits = str(Decimal(2).sqrt())
print(len(digits), digits[-10:], len(str(Decimal("7" * 5000) * 3)))

# expect: too large to add Overflow [<class 'decimal.Overflow'>]
# expect: far below the last digit Decimal('1.000000000000000000000000000')
# expect: far apart Decimal('1.000000000000000000000000000E+900000')
# expect: compared True
# expect: remainder Decimal('7')
# expect: power Overflow [<class 'decimal.Overflow'>]
# expect: small power Decimal('0E-1000026')
# expect: square root as a power Decimal('2.000000000000000000000000000')
# expect: three operands Decimal('1')
# expect: rounding to nothing 0
# expect: exp (Decimal('2.718281828459045235360287471'), Decimal('0E-1000026'))
# expect: logarithms (Decimal('9.999999500000033333330833334E-8'), Decimal('-3'), Decimal('0.8450980400142568307122162586'))
# expect: prec TypeError an integer is required
# expect: prec ValueError valid range for prec is [1, MAX_PREC]
# expect: Emax ValueError valid range for Emax is [0, MAX_EMAX]
# expect: rounding TypeError valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: colour AttributeError 'decimal.Context' object has no attribute 'colour'
# expect: delete AttributeError context attributes cannot be deleted
# expect: unknown option TypeError 'color' is an invalid keyword argument for this function
# expect: flag of nothing KeyError 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: Context(prec=5, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow]) Context(prec=9, rounding=ROUND_HALF_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
# expect: {<class 'decimal.InvalidOperation'>:False, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: 123456 1.235E+5 ['Inexact', 'Rounded']
# expect: 1e19 1E+19 []
# expect: 99999e17 Infinity ['Overflow', 'Inexact', 'Rounded']
# expect: 1.2345e-20 1.234E-20 ['Inexact', 'Rounded']
# expect: 1e-40 0E-23 ['Underflow', 'Subnormal', 'Inexact', 'Rounded', 'Clamped']
# expect: 0e-90 0E-23 ['Clamped']
# expect: Infinity NaN NaN7 NaN
# expect: 5.001 4.999 5.001
# expect: (Decimal('3'), Decimal('2')) 1.049E+6 -1 12E+6
# expect: 2341 12 111
# expect: 10 -1 -7
# expect: ['+Normal', '-Zero', '+Subnormal', '+Infinity', 'NaN', 'sNaN']
# expect: 2 1.5E+3 10 1.235
# expect: operand TypeError conversion from str to Decimal is not supported
# expect: space InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: sign ValueError sign must be an integer with the value 0 or 1
# expect: digit ValueError coefficient must be a tuple of digits
# expect: third ValueError string argument in the third position must be 'F', 'n' or 'N'
# expect: NaN compared InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: both parts InvalidOperation [<class 'decimal.InvalidOperation'>, <class 'decimal.DivisionByZero'>]
# expect: {'sign': 0, 'digits': (5,), 'exponent': 0} DecimalTuple(sign=0, digits=(1, 2), exponent='n') 1.2
# expect: True True True True
# expect: True True
# expect: False NotImplemented
# expect: .2f 1234.57 -0.00
# expect: ,.1f 1,234.6 -0.0
# expect: 010.2f 0001234.57 -000000.00
# expect: .3e 1.235e+3 -4.000e-3
# expect: .2% 123456.78% -0.40%
# expect: z.1f 1234.6 0.0
# expect: *^12 *1234.5678** ***-0.004***
# expect: .3g 1.23e+3 -0.004
# expect: + +1234.5678 -0.004
# expect: trapped float FloatOperation [<class 'decimal.FloatOperation'>]
# expect: Decimal Price 2.50
# expect: Context(prec=7, rounding=ROUND_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: 6001 8299509791 5001
