"""Stripping and padding, with wrong arguments."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('  x '.strip(), '  x '.lstrip(), '  x '.rstrip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab'), '\u3000x\u3000'.strip()))
# expect: ('x', 'x ', '  x', 'a', 'c', 'x')
show(lambda: 'x'.strip(1))  # expect: TypeError: strip arg must be None or str
show(lambda: ('a'.center(5, '*'), 'ab'.center(5, '*'), 'ab'.center(6), 'abc'.center(2)))
# expect: ('**a**', '**ab*', '  ab  ', 'abc')
show(lambda: ('ab'.ljust(5, '.'), 'ab'.rjust(5, '.'), 'ab'.rjust(1)))  # expect: ('ab...', '...ab', 'ab')
show(lambda: 'a'.center(5, '**'))  # expect: TypeError: The fill character must be exactly one character long
show(lambda: 'a'.center('5'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.center(5, 1))  # expect: TypeError: The fill character must be a unicode character, not int
show(lambda: 'a'.ljust())  # expect: TypeError: ljust expected at least 1 argument, got 0
show(lambda: ('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), 'x'.zfill(0), ''.zfill(3)))
# expect: ('00042', '-0042', '+0042', 'x', '000')
