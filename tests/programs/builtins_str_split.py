"""Cutting texts into parts."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('a,b,c'.split(','), 'a b  c '.split(), 'a,b,c'.split(',', 1), 'a  b'.split(' '), ''.split(), ''.split(','), ' a b '.split(None, 1)))
# expect: (['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b,c'], ['a', '', 'b'], [], [''], ['a', 'b '])
show(lambda: ('a,b,c'.rsplit(',', 1), ' a b c '.rsplit(None, 1), 'abc'.rsplit('x')))
# expect: (['a,b', 'c'], [' a b', 'c'], ['abc'])
show(lambda: ('a,b'.split(sep=','), 'a b c'.split(maxsplit=1), 'a,b,c'.split(',', maxsplit=-1)))
# expect: (['a', 'b'], ['a', 'b c'], ['a', 'b', 'c'])
show(lambda: 'a'.split(''))  # expect: ValueError: empty separator
show(lambda: 'a'.split(1))  # expect: TypeError: must be str or None, not int
show(lambda: 'a\nb\r\nc\rd\x0be\x0cf\x1cg\u2028h'.splitlines())  # expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
show(lambda: ('a\nb\r\nc'.splitlines(True), 'a\n'.splitlines(), ''.splitlines(), '\n\n'.splitlines(keepends=True)))
# expect: (['a\n', 'b\r\n', 'c'], ['a'], [], ['\n', '\n'])
show(lambda: ('a-b-c'.partition('-'), 'abc'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.rpartition('-')))
# expect: (('a', '-', 'b-c'), ('abc', '', ''), ('a-b', '-', 'c'), ('', '', 'abc'))
show(lambda: 'a'.partition(''))  # expect: ValueError: empty separator
show(lambda: 'a'.partition(1))  # expect: TypeError: must be str, not int
