"""Methods and attributes of int."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ((5).bit_length(), (255).bit_count(), (-5).bit_length(), (0).bit_length(), (2**100).bit_length(), True.bit_length()))
# expect: (3, 8, 3, 0, 101, 1)
show(lambda: ((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-1).to_bytes(2, 'big', signed=True), (5).to_bytes()))
# expect: (b'\x04\x00', b'\x00\x04\x00\x00', b'\xff\xff', b'\x05')
show(lambda: (1024).to_bytes(1, 'big'))  # expect: OverflowError: int too big to convert
show(lambda: (-1).to_bytes(2, 'big'))  # expect: OverflowError: can't convert negative int to unsigned
show(lambda: (1).to_bytes(2, 'middle'))  # expect: ValueError: byteorder must be either 'little' or 'big'
show(lambda: (1).to_bytes(-1, 'big'))  # expect: ValueError: length argument must be non-negative
show(lambda: (int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\x00\x04', 'little'), int.from_bytes(b'\xff\xff', 'big', signed=True), int.from_bytes([1, 2], 'big'), int.from_bytes(b'')))
# expect: (1024, 1024, -1, 258, 0)
show(lambda: int.from_bytes('a', 'big'))  # expect: TypeError: cannot convert 'str' object to bytes
show(lambda: int.from_bytes(b'a', 'x'))  # expect: ValueError: byteorder must be either 'little' or 'big'
show(lambda: ((7).real, (7).imag, (7).numerator, (7).denominator, (7).conjugate(), (7).as_integer_ratio()))
# expect: (7, 0, 7, 1, 7, (7, 1))
show(lambda: (int(), int(3.9), int(-3.9), int(True), int('12'), int(b'12')))  # expect: (0, 3, -3, 1, 12, 12)
show(lambda: int(float('nan')))  # expect: ValueError: cannot convert float NaN to integer
show(lambda: int(float('inf')))  # expect: OverflowError: cannot convert float infinity to integer
show(lambda: (7 // 2, -7 // 2, 7 % -3, -7 % 3, 7 / 2, 2 ** -1, 1 << 10, 1024 >> 3, -5 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5))
# expect: (3, -4, -2, 2, 3.5, 0.5, 1024, 128, -3, 1, 7, 6, -6)
show(lambda: 1 // 0)  # expect: ZeroDivisionError: integer division or modulo by zero
show(lambda: 1 % 0)  # expect: ZeroDivisionError: integer modulo by zero
show(lambda: 1 / 0)  # expect: ZeroDivisionError: division by zero
show(lambda: 1 << -1)  # expect: ValueError: negative shift count
show(lambda: (2 ** 0.5, 10 ** 20, (-2) ** 3, 0 ** 0))  # expect: (1.4142135623730951, 100000000000000000000, -8, 1)
show(lambda: 10 ** 400 / 3)  # expect: OverflowError: integer division result too large for a float
show(lambda: float(10 ** 400))  # expect: OverflowError: int too large to convert to float
show(lambda: ((10 ** 400) / (10 ** 399), 10 ** 30 // 7, -(10 ** 30) // 7, 10 ** 30 % 7, 2 ** 64 - 1, 3 * 10 ** 25 == 3e25))
# expect: (10.0, 142857142857142857142857142857, -142857142857142857142857142858, 1, 18446744073709551615, False)
show(lambda: (1 == 1.0, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 30 > 1e29, 5 < float('inf'), 0.1 + 0.2 == 0.3, True + True, False * 5))
# expect: (True, False, True, True, False, 2, 0)
show(lambda: 1 < 'a')  # expect: TypeError: '<' not supported between instances of 'int' and 'str'
show(lambda: 1 + None)  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
show(lambda: int.bit_length('a'))
# expect: TypeError: descriptor 'bit_length' for 'int' objects doesn't apply to a 'str' object
show(lambda: int.bit_length())  # expect: TypeError: unbound method int.bit_length() needs an argument
show(lambda: (5).foo)  # expect: AttributeError: 'int' object has no attribute 'foo'
