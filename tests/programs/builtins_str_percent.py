"""The operator % of str."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('%s' % 'a', '%d' % 3, '%5.2f' % 3.14159, '%x %X %o' % (255, 255, 8), '%#x %#o' % (255, 8), '%e' % 12345.678, '%g %G' % (1e-10, 1e20), '%c%c' % ('a', 98), '%r %a' % ('é', 'é'), '%%' % ()))
# expect: ('a', '3', ' 3.14', 'ff FF 10', '0xff 0o10', '1.234568e+04', '1e-10 1E+20', 'ab', "'é' '\\xe9'", '%')
show(lambda: ('%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42), '%*d' % (5, 42), '%.*f' % (2, 3.14159), '%-*d|' % (5, 42), '%.3s' % 'abcdef', '%10s|%-10s|' % ('a', 'b')))
# expect: ('   42|42   |00042|+42| 42', '   42', '3.14', '42   |', 'abc', '         a|b         |')
show(lambda: ('%(a)s %(b)d' % {'a': 1, 'b': 2}, '%(a)5.1f' % {'a': 2.55}))  # expect: ('1 2', '  2.5')
show(lambda: '%d' % 'a')  # expect: TypeError: %d format: a real number is required, not str
show(lambda: ('%d' % 1.9, '%i' % 3, '%u' % 3, '%s' % (1,), '%s' % [1, 2], '%s' % None, '%d' % True))
# expect: ('1', '3', '3', '1', '[1, 2]', 'None', '1')
show(lambda: '%s %s' % 'a')  # expect: TypeError: not enough arguments for format string
show(lambda: '%s' % ('a', 'b'))  # expect: TypeError: not all arguments converted during string formatting
show(lambda: '%z' % 1)  # expect: ValueError: unsupported format character 'z' (0x7a) at index 1
show(lambda: '%' % ())  # expect: ValueError: incomplete format
show(lambda: '%x' % 1.5)  # expect: TypeError: %x format: an integer is required, not float
show(lambda: '%c' % 'ab')  # expect: TypeError: %c requires int or char
show(lambda: '%c' % 1114112)  # expect: OverflowError: %c arg not in range(0x110000)
show(lambda: '%(a)s' % {'b': 1})  # expect: KeyError: 'a'
show(lambda: '%(a)s' % (1,))  # expect: TypeError: format requires a mapping
show(lambda: '%f' % 'x')  # expect: TypeError: must be real number, not str
show(lambda: ('%.2f' % float('inf'), '%d' % 10**30, '%x' % -255, '%.3d' % 5, '%5.3d|' % 5, '%s' % b'x'))
# expect: ('inf', '1000000000000000000000000000000', '-ff', '005', '  005|', "b'x'")
show(lambda: '%d' % float('nan'))  # expect: ValueError: cannot convert float NaN to integer
