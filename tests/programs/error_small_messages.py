# The words of errors that are easily met.
import collections
import csv
import fractions
import itertools
import math


class Word:
    def __rmul__(self, other):
        return NotImplemented

    def __index__(self):
        return 3

    def __pow__(self, other, modulus=None):
        return "power", other, modulus

    def __ceil__(self):
        return "ceil"


class Weight:
    def __float__(self):
        return 2.5


Card = collections.namedtuple("Card", "rank suit")
card = Card(1, 2)


def change():
    card.rank = 5


for text in ("'a' * object()", "[1] * 1.5", "f'{1:z}'", "'{:z}'.format('a')", "'x' * 10**20", "enumerate()",
             "change()", "math.sqrt('x')", "pow(1, 2, 1.5)", "math.trunc(Weight())",
             "itertools.islice()", "itertools.islice('a', 1, 2, 3, 4)", "NameError('x', nam=1)"):
    try:
        print(eval(text))
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        print(text, "->", type(error).__name__, error)
print(f"{-0.0:z.1f} {-0.04:z.1f} {-0.06:z.1f}", range(Word()), pow(Word(), 2, 5), math.ceil(Word()), Card.rank.__doc__)
print(math.sqrt(fractions.Fraction(9, 4)), math.fsum(i / 2 for i in range(4)), math.prod(fractions.Fraction(1, n) for n in (2, 3)))
print(math.gcd(Word(), 9), math.dist((i for i in (0, 0)), [3, 4]), math.prod(map(int, "234"), start=2))
print(list(csv.reader(["a b  c", "'q r' s"], delimiter=" ", quotechar="'", skipinitialspace=True)))
print(NameError("x", name="n").name, NameError("x").name, AttributeError("x", obj=3).obj, AttributeError("x").name)
print(property(len, doc="words").__doc__)

# expect: 'a' * object() -> TypeError can't multiply sequence by non-int of type 'object'
# expect: [1] * 1.5 -> TypeError can't multiply sequence by non-int of type 'float'
# expect: f'{1:z}' -> ValueError Negative zero coercion (z) not allowed in integer format specifier
# expect: '{:z}'.format('a') -> ValueError Negative zero coercion (z) not allowed in string format specifier
# expect: 'x' * 10**20 -> OverflowError cannot fit 'int' into an index-sized integer
# expect: enumerate() -> TypeError enumerate() missing required argument 'iterable'
# expect: change() -> AttributeError can't set attribute
# expect: math.sqrt('x') -> TypeError must be real number, not str
# expect: pow(1, 2, 1.5) -> TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: math.trunc(Weight()) -> TypeError type Weight doesn't define __trunc__ method
# expect: itertools.islice() -> TypeError islice expected at least 2 arguments, got 0
# expect: itertools.islice('a', 1, 2, 3, 4) -> TypeError islice expected at most 4 arguments, got 5
# expect: NameError('x', nam=1) -> TypeError 'nam' is an invalid keyword argument for NameError()
# expect: 0.0 0.0 -0.1 range(0, 3) ('power', 2, 5) ceil Alias for field number 0
# expect: 1.5 3.0 1/6
# expect: 3 5.0 48
# expect: [['a', 'b', 'c'], ['q r', 's']]
# expect: n None 3 None
# expect: words
