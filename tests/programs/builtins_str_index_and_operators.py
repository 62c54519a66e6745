"""Subscripts, slices, comparisons and other operators of str."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ('a' in 'abc', '' in 'abc', 'bc' in 'abc', 'x' not in 'abc'))  # expect: (True, True, True, True)
show(lambda: 1 in 'abc')  # expect: TypeError: 'in <string>' requires string as left operand, not int
show(lambda: ('abc'[0], 'abc'[-1], 'abc'[::-1], 'abc'[1:], 'abc'[5:], 'abc'[::2], 'abc'[-2:], '한글날'[1], '한글날'[::-1]))
# expect: ('a', 'c', 'cba', 'bc', '', 'ac', 'bc', '글', '날글한')
show(lambda: 'abc'[3])  # expect: IndexError: string index out of range
show(lambda: 'abc'['a'])  # expect: TypeError: string indices must be integers, not 'str'
show(lambda: 'abc'[1.0])  # expect: TypeError: string indices must be integers, not 'float'
show(lambda: 'abc'[::0])  # expect: ValueError: slice step cannot be zero
show(lambda: ('abc' < 'abd', 'a' < 'B', 'abc' == 'abc', 'a' * 3, 3 * 'ab', 'a' * -1, 'a' 'b'))
# expect: (True, False, True, 'aaa', 'ababab', '', 'ab')
show(lambda: 'a' + 1)  # expect: TypeError: can only concatenate str (not "int") to str
show(lambda: 1 + 'a')  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
show(lambda: 'a' * 'b')  # expect: TypeError: can't multiply sequence by non-int of type 'str'
show(lambda: 'a' * 1.5)  # expect: TypeError: can't multiply sequence by non-int of type 'float'
show(lambda: 'a' - 'b')  # expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
show(lambda: 'a' < 1)  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
