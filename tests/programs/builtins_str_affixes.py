"""Beginnings, ends, tabs and translation tables."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('hello'.startswith('he'), 'hello'.startswith(('x', 'h')), 'hello'.startswith('l', 2), 'hello'.endswith('lo'), 'hello'.endswith(('a', 'b')), 'hello'.endswith('l', 0, 4), 'hello'.startswith('')))
# expect: (True, True, True, True, False, True, True)
show(lambda: 'hello'.startswith(1))  # expect: TypeError: startswith first arg must be str or a tuple of str, not int
show(lambda: 'hello'.startswith(['h']))
# expect: TypeError: startswith first arg must be str or a tuple of str, not list
show(lambda: 'hello'.endswith((1,)))  # expect: TypeError: tuple for endswith must only contain str, not int
show(lambda: ('TestHook'.removeprefix('Test'), 'TestHook'.removesuffix('Hook'), 'x'.removeprefix('y')))
# expect: ('Hook', 'Test', 'x')
show(lambda: 'x'.removeprefix(1))  # expect: TypeError: removeprefix() argument must be str, not int
show(lambda: ('01\t012\t0123'.expandtabs(), '01\t012'.expandtabs(4), '\t'.expandtabs(0), 'a\n\tb'.expandtabs(2)))
# expect: ('01      012     0123', '01  012', '', 'a\n  b')
show(lambda: ('abc'.translate({97: 'x', 98: None}), 'abc'.translate(str.maketrans('ab', 'xy')), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), 'abc'.translate({97: 120})))
# expect: ('xc', 'xyc', 'xy', 'xbc')
show(lambda: (str.maketrans({'a': 1, 98: 'x'}), str.maketrans('ab', 'xy'), str.maketrans('a', 'b', 'c')))
# expect: ({97: 1, 98: 'x'}, {97: 120, 98: 121}, {97: 98, 99: None})
show(lambda: str.maketrans('ab', 'x'))  # expect: ValueError: the first two maketrans arguments must have equal length
show(lambda: str.maketrans({'ab': 1}))  # expect: ValueError: string keys in translate table must be of length 1
show(lambda: str.maketrans(1))  # expect: TypeError: if you give only one argument to maketrans it must be a dict
