"""int() of texts in all bases, and its limit."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: int(''))  # expect: ValueError: invalid literal for int() with base 10: ''
show(lambda: int('4.2'))  # expect: ValueError: invalid literal for int() with base 10: '4.2'
show(lambda: int('abc'))  # expect: ValueError: invalid literal for int() with base 10: 'abc'
show(lambda: int('1__0'))  # expect: ValueError: invalid literal for int() with base 10: '1__0'
show(lambda: int('12', 1))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
show(lambda: int('9', 8))  # expect: ValueError: invalid literal for int() with base 8: '9'
show(lambda: int('0x1f'))  # expect: ValueError: invalid literal for int() with base 10: '0x1f'
show(lambda: int([]))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
show(lambda: int(None))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
show(lambda: int('5', '5'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: int(5, 10))  # expect: TypeError: int() can't convert non-string with explicit base
show(lambda: int('08', 0))  # expect: ValueError: invalid literal for int() with base 0: '08'
show(lambda: int('1'*5000))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
show(lambda: str(10**5000))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
show(lambda: 'a' * 10**14)  # expect: MemoryError: 
show(lambda: (int('9'*4300) % 10, len(str(10**4299))))  # expect: (9, 4300)
