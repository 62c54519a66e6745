"""The module fractions: calls and their results."""
from fractions import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: str(Fraction(3,4)))  # expect: '3/4'
show(lambda: str(Fraction('3/4')))  # expect: '3/4'
show(lambda: str(Fraction('-1.25e-2')))  # expect: '-1/80'
show(lambda: str(Fraction(0.5)))  # expect: '1/2'
show(lambda: str(Fraction(1,3)+Fraction(1,6)))  # expect: '1/2'
show(lambda: str(Fraction(1,3)*3))  # expect: '1'
show(lambda: str(1-Fraction(1,3)))  # expect: '2/3'
show(lambda: str(Fraction(7,2)//1))  # expect: '3'
show(lambda: str(Fraction(-7,2)%2))  # expect: '1/2'
show(lambda: str(Fraction(2,3)**2))  # expect: '4/9'
show(lambda: str(Fraction(2,3)**-2))  # expect: '9/4'
show(lambda: str(round(Fraction(5,2))))  # expect: '2'
show(lambda: str(round(Fraction(22,7),2)))  # expect: '157/50'
show(lambda: str(Fraction(1,3)<Fraction(1,2)))  # expect: 'True'
show(lambda: str(Fraction(1,2)==0.5))  # expect: 'True'
show(lambda: str(Fraction(3.141592653589793).limit_denominator(1000)))  # expect: '355/113'
show(lambda: str(hash(Fraction(1,2))==hash(0.5)))  # expect: 'True'
show(lambda: str(Fraction(1,2)+0.5))  # expect: '1.0'
show(lambda: str(int(Fraction(-7,2))))  # expect: '-3'
show(lambda: str(float(Fraction(1,3))))  # expect: '0.3333333333333333'
show(lambda: str(abs(Fraction(-1,2))))  # expect: '1/2'
show(lambda: str(Fraction(1,0)))  # expect: ZeroDivisionError: Fraction(1, 0)
show(lambda: str(Fraction('x')))  # expect: ValueError: Invalid literal for Fraction: 'x'
show(lambda: str(Fraction(None)))  # expect: TypeError: argument should be a string or a Rational instance
show(lambda: str(2**Fraction(3)))  # expect: '8'
