"""The module decimal: calls and their results."""
import math
from decimal import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: Decimal('1.10'))  # expect: Decimal('1.10')
show(lambda: Decimal(1)/Decimal(3))  # expect: Decimal('0.3333333333333333333333333333')
show(lambda: Decimal('0.1')+Decimal('0.2'))  # expect: Decimal('0.3')
show(lambda: Decimal(0.1))  # expect: Decimal('0.1000000000000000055511151231257827021181583404541015625')
show(lambda: Decimal('1.5')*2)  # expect: Decimal('3.0')
show(lambda: 3-Decimal('0.5'))  # expect: Decimal('2.5')
show(lambda: Decimal('10')/4)  # expect: Decimal('2.5')
show(lambda: Decimal(2)**Decimal('0.5'))  # expect: Decimal('1.414213562373095048801688724')
show(lambda: Decimal(2).sqrt())  # expect: Decimal('1.414213562373095048801688724')
show(lambda: Decimal('1e5'))  # expect: Decimal('1E+5')
show(lambda: Decimal('123.456').quantize(Decimal('0.01')))  # expect: Decimal('123.46')
show(lambda: Decimal('2.675').quantize(Decimal('.01'),rounding=ROUND_HALF_UP))  # expect: Decimal('2.68')
show(lambda: Decimal('-7')//2)  # expect: Decimal('-3')
show(lambda: Decimal('-7')%2)  # expect: Decimal('-1')
show(lambda: divmod(Decimal(7),2))  # expect: (Decimal('3'), Decimal('1'))
show(lambda: Decimal('1.10')==Decimal('1.1'))  # expect: True
show(lambda: hash(Decimal('0.5'))==hash(0.5))  # expect: True
show(lambda: Decimal('NaN'))  # expect: Decimal('NaN')
show(lambda: Decimal('inf'))  # expect: Decimal('Infinity')
show(lambda: Decimal('-0'))  # expect: Decimal('-0')
show(lambda: -Decimal('0'))  # expect: Decimal('0')
show(lambda: Decimal('abc'))  # expect: InvalidOperation: [<class 'decimal.ConversionSyntax'>]
show(lambda: Decimal(1)/0)  # expect: DivisionByZero: [<class 'decimal.DivisionByZero'>]
show(lambda: Decimal(0)/0)  # expect: InvalidOperation: [<class 'decimal.DivisionUndefined'>]
