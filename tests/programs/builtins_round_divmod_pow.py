"""round, divmod, pow with their errors."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(5), round(5, 2), round(1.5, 0), round(True), round(0.5), round(1.25, 1), round(1e300, 2), round(-0.5), round(12.5, -1), round(5e15+0.5), round(1.1, 400), round(2.5, None), round(number=2.7), round(3, ndigits=1)))
# expect: (2, 4, -2, 2.67, 1200, 1200, 1400, 5, 5, 2.0, 1, 0, 1.2, 1e+300, 0, 10.0, 5000000000000000, 1.1, 2, 3, 3)
show(lambda: round('a'))  # expect: TypeError: type str doesn't define __round__ method
show(lambda: round(1.5, 'a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: round(float('nan')))  # expect: ValueError: cannot convert float NaN to integer
show(lambda: round(float('inf')))  # expect: OverflowError: cannot convert float infinity to integer
show(lambda: (round(float('nan'), 2), round(float('inf'), 1)))  # expect: (nan, inf)
show(lambda: (divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(-7, 2.0), divmod(7, -2)))
# expect: ((3, 1), (-4, 1), (3.0, 1.5), (-4.0, 1.0), (-4, -1))
show(lambda: divmod(1, 0))  # expect: ZeroDivisionError: integer division or modulo by zero
show(lambda: divmod(1.0, 0))  # expect: ZeroDivisionError: float divmod()
show(lambda: divmod('a', 1))  # expect: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
show(lambda: (pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2.0, 3), pow(base=2, exp=3), pow(0, 0), pow(-2, 3), pow(2, 0.5), pow(-8, 3, 5), pow(2, 3, -5)))
# expect: (1024, 0.5, 24, 5, 8.0, 8, 1, -8, 1.4142135623730951, 3, -2)
show(lambda: pow(2, 3, 0))  # expect: ValueError: pow() 3rd argument cannot be 0
show(lambda: pow(2, -1, 4))  # expect: ValueError: base is not invertible for the given modulus
show(lambda: pow(2.0, 3, 5))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
show(lambda: pow('a', 2))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
show(lambda: pow(0, -1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: 0.0 ** -1)  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: 2 ** 10000 % 1000)  # expect: 376
show(lambda: 10.0 ** 400)  # expect: OverflowError: (34, 'Numerical result out of range')
