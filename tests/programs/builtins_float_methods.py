"""Methods and texts of float."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ((1.5).is_integer(), (2.0).is_integer(), float('inf').is_integer(), (0.5).as_integer_ratio(), (1.5).real, (1.5).imag, (1.5).conjugate()))
# expect: (False, True, False, (1, 2), 1.5, 0.0, 1.5)
show(lambda: float('nan').as_integer_ratio())  # expect: ValueError: cannot convert NaN to integer ratio
show(lambda: float('inf').as_integer_ratio())  # expect: OverflowError: cannot convert Infinity to integer ratio
show(lambda: ((1.0).hex(), (0.1).hex(), (-0.0).hex(), (1e-320).hex(), float('inf').hex(), (255.5).hex()))
# expect: ('0x1.0000000000000p+0', '0x1.999999999999ap-4', '-0x0.0p+0', '0x0.00000000007e8p-1022', 'inf', '0x1.ff00000000000p+7')
show(lambda: (float.fromhex('0x1.8p1'), float.fromhex('-0x.1p-3'), float.fromhex('inf'), float.fromhex('  0x10 '), float.fromhex('1.8')))
# expect: (3.0, -0.0078125, inf, 16.0, 1.5)
show(lambda: float.fromhex('zz'))  # expect: ValueError: invalid hexadecimal floating-point string
show(lambda: (repr(0.1), repr(1e16), repr(1e15), repr(1e-5), repr(0.0001), repr(1e22), repr(123456789.123), repr(-0.0), repr(1e300), repr(5e-324), repr(1/3), repr(100.0), str(1e100)))
# expect: ('0.1', '1e+16', '1000000000000000.0', '1e-05', '0.0001', '1e+22', '123456789.123', '-0.0', '1e+300', '5e-324', '0.3333333333333333', '100.0', '1e+100')
show(lambda: (1.5 // 0.5, 7.5 % 2, -7.5 % 2, 7.5 // -2, 2.0 ** 3, 2.0 ** -1, 1e308 * 10, -1e308 * 10, float('nan') == float('nan')))
# expect: (3.0, 1.5, 0.5, -4.0, 8.0, 0.5, inf, -inf, False)
show(lambda: 1.0 / 0)  # expect: ZeroDivisionError: float division by zero
show(lambda: 1.0 // 0)  # expect: ZeroDivisionError: float floor division by zero
show(lambda: 1.0 % 0)  # expect: ZeroDivisionError: float modulo
show(lambda: 0.0 ** -1)  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: 10.0 ** 400)  # expect: OverflowError: (34, 'Numerical result out of range')
show(lambda: (round(2.5), round(-3.5), round(2.675, 2), round(1e20), round(0.5), round(1.5), round(5.015, 2), round(1234.5678, -2), round(-0.4)))
# expect: (2, -4, 2.67, 100000000000000000000, 0, 2, 5.01, 1200.0, 0)
show(lambda: 1.5 & 1)  # expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
show(lambda: (float('1e5'), float(5), float('  2.5  '), float('-inf'), float(True), float('1_0.0')))
# expect: (100000.0, 5.0, 2.5, -inf, 1.0, 10.0)
show(lambda: float('x'))  # expect: ValueError: could not convert string to float: 'x'
show(lambda: float(None))  # expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
show(lambda: (min(1.5, 2), max(1, 1.0), sum([0.1] * 3), abs(-0.0), divmod(7.5, 2), 1.5 < 2 < 2.5, 3.0 == 3, hash(3.0) == hash(3)))
# expect: (1.5, 1, 0.30000000000000004, 0.0, (3.0, 1.5), True, True, True)
show(lambda: 1.5 < 'a')  # expect: TypeError: '<' not supported between instances of 'float' and 'str'
show(lambda: (1.5).foo)  # expect: AttributeError: 'float' object has no attribute 'foo'
