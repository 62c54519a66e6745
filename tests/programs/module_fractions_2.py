"""The module fractions: calls and their results."""
from fractions import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: str(divmod(Fraction(7,2),1)))  # expect: '(3, Fraction(1, 2))'
show(lambda: str(Fraction(1,2)+'a'))  # expect: TypeError: unsupported operand type(s) for +: 'Fraction' and 'str'
show(lambda: str(sorted([Fraction(1,2),0.3,1])))  # expect: '[0.3, Fraction(1, 2), 1]'
show(lambda: str(Fraction(' 7 ')))  # expect: '7'
show(lambda: str(Fraction(6,-4)))  # expect: '-3/2'
show(lambda: Fraction(1,2))  # expect: Fraction(1, 2)
show(lambda: [Fraction(1,3)])  # expect: [Fraction(1, 3)]
