"""Functions over texts."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (sorted('hello'), list('hi'), set('aa'), tuple('ab'), max('hello'), min('hello'), ''.join(reversed('abc')), ''.join(sorted('banana'))))
# expect: (['e', 'h', 'l', 'l', 'o'], ['h', 'i'], {'a'}, ('a', 'b'), 'o', 'e', 'cba', 'aaabnn')
show(lambda: ('abc'.count('a', -100, 100), 'abc'.find('c', -1), 'abcabc'.rfind('abc', 1), 'abcabc'.index('c', 3)))
# expect: (1, 2, 3, 5)
show(lambda: ('Mississippi'.split('ss'), 'a,b,,c,'.split(','), '1<>2<>3'.split('<>')))
# expect: (['Mi', 'i', 'ippi'], ['a', 'b', '', 'c', ''], ['1', '2', '3'])
