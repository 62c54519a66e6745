"""The module decimal: calls and their results."""
import math
from decimal import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: f"{Decimal('5'):05}")  # expect: '00005'
show(lambda: f"{Decimal('1.5'):010,.2f}")  # expect: '000,001.50'
show(lambda: Decimal('5').exp())  # expect: Decimal('148.4131591025766034211155800')
show(lambda: Decimal('1').exp())  # expect: Decimal('2.718281828459045235360287471')
show(lambda: Decimal('-2.5').exp())  # expect: Decimal('0.08208499862389879516952867447')
show(lambda: Decimal(10).ln())  # expect: Decimal('2.302585092994045684017991455')
show(lambda: Decimal(2).log10())  # expect: Decimal('0.3010299956639811952137388947')
show(lambda: Decimal(1000).log10())  # expect: Decimal('3')
show(lambda: Decimal(2)**100)  # expect: Decimal('1.267650600228229401496703205E+30')
show(lambda: Decimal(2)**-2)  # expect: Decimal('0.25')
show(lambda: Decimal('1.1')**10)  # expect: Decimal('2.5937424601')
show(lambda: 2**Decimal(3))  # expect: Decimal('8')
show(lambda: Decimal('1.5').to_integral_value())  # expect: Decimal('2')
show(lambda: Decimal('12.5').to_integral_value(rounding=ROUND_UP))  # expect: Decimal('13')
show(lambda: Decimal('7').compare(Decimal(8)))  # expect: Decimal('-1')
show(lambda: getcontext().prec)  # expect: 28
show(lambda: (Decimal('1.0').is_zero(),Decimal(0).is_zero(),Decimal('nan').is_nan()))  # expect: (False, True, True)
show(lambda: (bool(Decimal(0)),bool(Decimal('0.1'))))  # expect: (False, True)
show(lambda: Decimal('1e-10'))  # expect: Decimal('1E-10')
show(lambda: Decimal('0e3'))  # expect: Decimal('0E+3')
show(lambda: Decimal('12e3').to_eng_string())  # expect: '12E+3'
show(lambda: Decimal(True))  # expect: Decimal('1')
show(lambda: Decimal([1]))  # expect: ValueError: argument must be a sequence of length 3
show(lambda: Decimal(None))  # expect: TypeError: conversion from NoneType to Decimal is not supported
