"""sorted() and its keys; operators of list."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (sorted([3, 1, 2], reverse=True), sorted('bca', key=str.upper), sorted([(1, 'b'), (1, 'a')], key=lambda p: p[0]), sorted({'b': 1, 'a': 2}), sorted([1, 1.0, True], reverse=True)))
# expect: ([3, 2, 1], ['a', 'b', 'c'], [(1, 'b'), (1, 'a')], ['a', 'b'], [1, 1.0, True])
show(lambda: sorted([1, 'a']))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: sorted(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: sorted([1], cmp=1))  # expect: TypeError: 'cmp' is an invalid keyword argument for sort()
show(lambda: sorted([1], key=5))  # expect: TypeError: 'int' object is not callable
show(lambda: sorted())  # expect: TypeError: sorted expected 1 argument, got 0
show(lambda: ([1,2] + [3], [1] * 3, 2 * [1, 2], [1,2] == [1,2], [1,2] < [1,3], [1] < [1, 0], [] < [1]))
# expect: ([1, 2, 3], [1, 1, 1], [1, 2, 1, 2], True, True, True, True)
show(lambda: [1] + (2,))  # expect: TypeError: can only concatenate list (not "tuple") to list
show(lambda: [1] + 'a')  # expect: TypeError: can only concatenate list (not "str") to list
show(lambda: [1] * 'a')  # expect: TypeError: can't multiply sequence by non-int of type 'str'
show(lambda: [1] < (1,))  # expect: TypeError: '<' not supported between instances of 'list' and 'tuple'
show(lambda: [1] - [1])  # expect: TypeError: unsupported operand type(s) for -: 'list' and 'list'
