"""The module decimal: calls and their results."""
import math
from decimal import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: Decimal('1_000'))  # expect: Decimal('1000')
show(lambda: Decimal(' 1.5 '))  # expect: Decimal('1.5')
show(lambda: Decimal('inf')-Decimal('inf'))  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
show(lambda: Decimal('inf')*0)  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
show(lambda: Decimal(-1).sqrt())  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
show(lambda: Decimal('1.0').as_integer_ratio())  # expect: (1, 1)
show(lambda: Decimal('9.99').quantize(Decimal('1')))  # expect: Decimal('10')
show(lambda: Decimal('1E+3').quantize(Decimal('1')))  # expect: Decimal('1000')
show(lambda: Decimal('123456789012345678901234567890').quantize(Decimal('0.1')))
# expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
show(lambda: Decimal(7).sqrt())  # expect: Decimal('2.645751311064590590501615754')
show(lambda: Decimal(16).sqrt())  # expect: Decimal('4')
show(lambda: Decimal('0.0001').sqrt())  # expect: Decimal('0.01')
show(lambda: Decimal(1)/Decimal(7))  # expect: Decimal('0.1428571428571428571428571429')
show(lambda: Decimal(100)/Decimal(8))  # expect: Decimal('12.5')
show(lambda: Decimal('1.00')/Decimal('1'))  # expect: Decimal('1.00')
show(lambda: Decimal(22)/7*7)  # expect: Decimal('22.00000000000000000000000000')
show(lambda: Decimal('nan')==1)  # expect: False
show(lambda: Decimal('nan')<1)  # expect: InvalidOperation: [<class 'decimal.InvalidOperation'>]
show(lambda: min(Decimal('1.5'),1))  # expect: 1
show(lambda: Decimal('3')*Decimal('2.50'))  # expect: Decimal('7.50')
show(lambda: Decimal('5').adjusted())  # expect: 0
show(lambda: Decimal.from_float(0.5))  # expect: Decimal('0.5')
show(lambda: repr(Decimal('1').copy_sign(-1)))  # expect: "Decimal('-1')"
show(lambda: DivisionByZero.__mro__[1].__name__)  # expect: 'DecimalException'
