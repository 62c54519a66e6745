"""join and replace."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (','.join(['a', 'b']), ''.join([]), '-'.join('abc'), ','.join({'x': 1}), ','.join(c for c in 'xy')))
# expect: ('a,b', '', 'a-b-c', 'x', 'x,y')
show(lambda: ','.join([1]))  # expect: TypeError: sequence item 0: expected str instance, int found
show(lambda: ','.join(['a', None]))  # expect: TypeError: sequence item 1: expected str instance, NoneType found
show(lambda: ','.join(1))  # expect: TypeError: can only join an iterable
show(lambda: ('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), ''.replace('', 'x'), 'abc'.replace('', '-', 2), 'aXbX'.replace('X', ''), 'é한é'.replace('한', 'x')))
# expect: ('bbb', 'bba', '-a-b-c-', 'x', '-a-bc', 'ab', 'éxé')
show(lambda: 'a'.replace(1, 'b'))  # expect: TypeError: replace() argument 1 must be str, not int
show(lambda: 'a'.replace('a', 2))  # expect: TypeError: replace() argument 2 must be str, not int
show(lambda: 'a'.replace('a'))  # expect: TypeError: replace expected at least 2 arguments, got 1
