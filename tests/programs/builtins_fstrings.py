"""Format specifications for every kind of value."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: f'{1:>5}|{"a":^5}|{3.14159:.2f}|{1000000:,}|{1000000:_}|{255:#x}|{5:05d}|{-5:+d}|{5: d}|{0.5:%}|{1e10:g}|{255:b}|{"abc":.2}|{1.5:8.3f}|{12345.678:,.2f}|{True:d}|{3:c}')
# expect: '    1|  a  |3.14|1,000,000|1_000_000|0xff|00005|-5| 5|50.000000%|1e+10|11111111|ab|   1.500|12,345.68|1|\x03'
show(lambda: (f'{1+1=}', f'{"a"=}', f'{"a"!r:>5}', f'{[1,2]}', f'{1:{5}}', f'{None}', f'{{}}', f'{3:=+5}', f'{"x":*<5}', f'{-5:=6d}', f'{5:<+6d}|'))
# expect: ('1+1=2', '"a"=\'a\'', "  'a'", '[1, 2]', '    1', 'None', '{}', '+   3', 'x****', '-    5', '+5    |')
show(lambda: f'{"a":d}')  # expect: ValueError: Unknown format code 'd' for object of type 'str'
show(lambda: f'{1:s}')  # expect: ValueError: Unknown format code 's' for object of type 'int'
show(lambda: f'{1.5:d}')  # expect: ValueError: Unknown format code 'd' for object of type 'float'
show(lambda: f'{1:.2d}')  # expect: ValueError: Precision not allowed in integer format specifier
show(lambda: f'{None:>5}')  # expect: TypeError: unsupported format string passed to NoneType.__format__
show(lambda: f'{[1]:>5}')  # expect: TypeError: unsupported format string passed to list.__format__
show(lambda: f'{"a":+}')  # expect: ValueError: Sign not allowed in string format specifier
show(lambda: f'{"a":,}')  # expect: ValueError: Cannot specify ',' with 's'.
show(lambda: f'{1:,x}')  # expect: ValueError: Cannot specify ',' with 'x'.
show(lambda: f'{"a":=5}')  # expect: ValueError: '=' alignment not allowed in string format specifier
show(lambda: f'{1:Q}')  # expect: ValueError: Unknown format code 'Q' for object of type 'int'
show(lambda: f'{1.5:x}')  # expect: ValueError: Unknown format code 'x' for object of type 'float'
show(lambda: (f'{10**20:,}', f'{10**20:e}', f'{3:f}', f'{3:.1%}', f'{7:08.3f}', f'{-7:08.3f}', f'{255:#010x}', f'{255:#b}', f'{255:X}', f'{8:o}', f'{8:#o}', f'{-255:#x}', f'{1234567:_x}', f'{5:^+9}|', f'{3.0:,}'))
# expect: ('100,000,000,000,000,000,000', '1.000000e+20', '3.000000', '300.0%', '0007.000', '-007.000', '0x000000ff', '0b11111111', 'FF', '10', '0o10', '-0xff', '12_d687', '   +5    |', '3.0')
show(lambda: format(1, 1))  # expect: TypeError: format() argument 2 must be str, not int
show(lambda: format('a', 'zz'))  # expect: ValueError: Unknown format code 'z' for object of type 'str'
