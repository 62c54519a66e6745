"""The module decimal: calls and their results."""
import math
import numbers
from decimal import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: Decimal('1')/Decimal('3')*Decimal('3'))  # expect: Decimal('0.9999999999999999999999999999')
show(lambda: Decimal('1.25').quantize(Decimal('0.1'),ROUND_HALF_DOWN))  # expect: Decimal('1.2')
show(lambda: Decimal('-1.25').quantize(Decimal('0.1'),ROUND_CEILING))  # expect: Decimal('-1.2')
show(lambda: Decimal('1.21').quantize(Decimal('0.1'),ROUND_05UP))  # expect: Decimal('1.2')
show(lambda: Decimal(3).fma(2,3))  # expect: Decimal('9')
show(lambda: Decimal('1e400')*Decimal('1e400'))  # expect: Decimal('1E+800')
print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real))  # expect: True False
