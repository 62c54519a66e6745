"""list() and tuple(), their subscripts and errors."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ([1,2,3][0], [1,2,3][-1], [1,2,3][1:], [1,2,3][::-1], [1,2,3][10:], [1,2,3][-10:2]))
# expect: (1, 3, [2, 3], [3, 2, 1], [], [1, 2])
show(lambda: [1][1])  # expect: IndexError: list index out of range
show(lambda: [1]['a'])  # expect: TypeError: list indices must be integers or slices, not str
show(lambda: [1][1.0])  # expect: TypeError: list indices must be integers or slices, not float
show(lambda: [1][None])  # expect: TypeError: list indices must be integers or slices, not NoneType
show(lambda: (list(), list('ab'), list(range(3)), list({'a': 1}), list(x for x in 'ab'), list((1, 2))))
# expect: ([], ['a', 'b'], [0, 1, 2], ['a'], ['a', 'b'], [1, 2])
show(lambda: list(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: list(None))  # expect: TypeError: 'NoneType' object is not iterable
show(lambda: list(1, 2))  # expect: TypeError: list expected at most 1 argument, got 2
show(lambda: list(a=1))  # expect: TypeError: list() takes no keyword arguments
show(lambda: (tuple(), tuple('ab'), tuple([1, 2]), (1, 2) + (3,), (1,) * 3, (1, 2).count(1), (1, 2).index(2), (1, 2)[0], (1, 2)[::-1], (1,), ()))
# expect: ((), ('a', 'b'), (1, 2), (1, 2, 3), (1, 1, 1), 1, 1, 1, (2, 1), (1,), ())
show(lambda: (1, 2).index(5))  # expect: ValueError: tuple.index(x): x not in tuple
show(lambda: (1, 2)[5])  # expect: IndexError: tuple index out of range
show(lambda: (1,) + [2])  # expect: TypeError: can only concatenate tuple (not "list") to tuple
show(lambda: tuple(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: (1, 2)['a'])  # expect: TypeError: tuple indices must be integers or slices, not str
show(lambda: (hash((1, 2)) == hash((1, 2)), hash((1, (2, 3))) == hash((1, (2, 3)))))  # expect: (True, True)
show(lambda: hash([1]))  # expect: TypeError: unhashable type: 'list'
show(lambda: hash((1, [2])))  # expect: TypeError: unhashable type: 'list'
show(lambda: hash({}))  # expect: TypeError: unhashable type: 'dict'
show(lambda: hash(set()))  # expect: TypeError: unhashable type: 'set'
