"""range and slice objects."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (range(5), range(1, 5), range(0, 10, 3), list(range(10, 0, -3)), len(range(0, 10, 3)), range(10)[2], range(10)[-1], range(10)[2:5], range(10)[::-1], 5 in range(10), 5.0 in range(10), 'a' in range(3), range(3) == range(0, 3, 1), range(0) == range(5, 0)))
# expect: (range(0, 5), range(1, 5), range(0, 10, 3), [10, 7, 4, 1], 4, 2, 9, range(2, 5), range(9, -1, -1), True, True, False, True, True)
show(lambda: (range(5).start, range(5).stop, range(5).step, range(10).index(5), range(10).count(5), range(0, 10, 3).index(9), range(5).count('a')))
# expect: (0, 5, 1, 5, 1, 3, 0)
show(lambda: range(10).index(11))  # expect: ValueError: 11 is not in range
show(lambda: range(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
show(lambda: range('a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: range())  # expect: TypeError: range expected at least 1 argument, got 0
show(lambda: range(1, 2, 0))  # expect: ValueError: range() arg 3 must not be zero
show(lambda: range(1, 2, 3, 4))  # expect: TypeError: range expected at most 3 arguments, got 4
show(lambda: range(5)[10])  # expect: IndexError: range object index out of range
show(lambda: range(5)['a'])  # expect: TypeError: range indices must be integers or slices, not str
show(lambda: len(range(10**20)))  # expect: OverflowError: Python int too large to convert to C ssize_t
show(lambda: hash(range(3)) == hash(range(0, 3)))  # expect: True
show(lambda: reversed(5))  # expect: TypeError: 'int' object is not reversible
show(lambda: reversed({1}))  # expect: TypeError: 'set' object is not reversible
show(lambda: (slice(1), slice(1, 2), slice(1, 2, 3), slice(5).indices(3), slice(None, None, -1).indices(5), slice(1, 2) == slice(1, 2), slice(1).start, slice(1).stop, slice(1).step))
# expect: (slice(None, 1, None), slice(1, 2, None), slice(1, 2, 3), (0, 3, 1), (4, -1, -1), True, None, 1, None)
show(lambda: slice())  # expect: TypeError: slice expected at least 1 argument, got 0
show(lambda: slice(1,2,3,4))  # expect: TypeError: slice expected at most 3 arguments, got 4
show(lambda: hash(slice(1)))  # expect: TypeError: unhashable type: 'slice'
