"""The module decimal: calls and their results."""
import math
from decimal import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: Decimal('1')<1.5)  # expect: True
show(lambda: Decimal('1')==1.0)  # expect: True
show(lambda: round(Decimal('2.5')))  # expect: 2
show(lambda: round(Decimal('2.675'),2))  # expect: Decimal('2.68')
show(lambda: int(Decimal('-2.7')))  # expect: -2
show(lambda: float(Decimal('0.1')))  # expect: 0.1
show(lambda: Decimal('100').normalize())  # expect: Decimal('1E+2')
show(lambda: Decimal('1.20').normalize())  # expect: Decimal('1.2')
show(lambda: Decimal('3.14').as_tuple())  # expect: DecimalTuple(sign=0, digits=(3, 1, 4), exponent=-2)
show(lambda: abs(Decimal('-3')))  # expect: Decimal('3')
show(lambda: Decimal((0,(1,2,3),-2)))  # expect: Decimal('1.23')
show(lambda: str(Decimal('0.0000001')))  # expect: '1E-7'
show(lambda: str(Decimal('1E+10')))  # expect: '1E+10'
show(lambda: Decimal(10**30)+1)  # expect: Decimal('1.000000000000000000000000000E+30')
show(lambda: Decimal('1.23456789012345678901234567890123456789')+0)  # expect: Decimal('1.234567890123456789012345679')
show(lambda: +Decimal('1.23456789012345678901234567890123456789'))  # expect: Decimal('1.234567890123456789012345679')
show(lambda: sum([Decimal('0.1')]*10))  # expect: Decimal('1.0')
show(lambda: max(Decimal(1),Decimal(2)))  # expect: Decimal('2')
show(lambda: sorted([Decimal(3),Decimal(1),2]))  # expect: [Decimal('1'), 2, Decimal('3')]
show(lambda: f"{Decimal('1234567.891'):,.2f}")  # expect: '1,234,567.89'
show(lambda: f"{Decimal('3.14159'):.2f}")  # expect: '3.14'
show(lambda: f"{Decimal('3.5'):10}|{Decimal('3.5'):<10}|{Decimal('3.5'):^10}|{Decimal('3.5'):+}")
# expect: '       3.5|3.5       |   3.5    |+3.5'
show(lambda: f"{Decimal('0.25'):.1%}")  # expect: '25.0%'
show(lambda: f"{Decimal('12345'):e}|{Decimal('12345'):.2e}|{Decimal('12345'):g}|{Decimal('1E+10'):f}|{Decimal('0.00001'):g}")
# expect: '1.2345e+4|1.23e+4|12345|10000000000|0.00001'
