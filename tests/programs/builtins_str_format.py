"""str.format and its errors."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('{} {}'.format(1, 2), '{0} {1} {0}'.format('a', 'b'), '{a} {b}'.format(a=1, b=2), '{0[1]} {1.real} {2[k]}'.format([1, 2], 5, {'k': 'v'}), '{:>5}|{:<5}|{:^5}|'.format(1, 2, 3), '{!r} {!s} {!a}'.format('é', 'é', 'é'), '{{}}'.format(), '{:{}}'.format(3, 5), '{:{w}.{p}f}'.format(3.14159, w=8, p=2)))
# expect: ('1 2', 'a b a', '1 2', '2 5 v', '    1|2    |  3  |', "'é' é '\\xe9'", '{}', '    3', '    3.14')
show(lambda: '{}'.format())  # expect: IndexError: Replacement index 0 out of range for positional args tuple
show(lambda: '{1}'.format(0))  # expect: IndexError: Replacement index 1 out of range for positional args tuple
show(lambda: '{a}'.format())  # expect: KeyError: 'a'
show(lambda: '{} {0}'.format(1))
# expect: ValueError: cannot switch from automatic field numbering to manual field specification
show(lambda: '{0} {}'.format(1))
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
show(lambda: '{'.format())  # expect: ValueError: Single '{' encountered in format string
show(lambda: '}'.format())  # expect: ValueError: Single '}' encountered in format string
show(lambda: '{!x}'.format(1))  # expect: ValueError: Unknown conversion specifier x
show(lambda: '{:d}'.format('a'))  # expect: ValueError: Unknown format code 'd' for object of type 'str'
show(lambda: '{:s}'.format(1))  # expect: ValueError: Unknown format code 's' for object of type 'int'
show(lambda: '{.x}'.format(1))  # expect: AttributeError: 'int' object has no attribute 'x'
show(lambda: '{0[x]}'.format([1]))  # expect: TypeError: list indices must be integers or slices, not str
show(lambda: '{0[5]}'.format([1]))  # expect: IndexError: list index out of range
show(lambda: '{a}'.format_map({'a': 1}))  # expect: '1'
show(lambda: '{a}'.format_map({}))  # expect: KeyError: 'a'
