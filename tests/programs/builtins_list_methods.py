"""Methods of list and their errors."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: ([1,2,3].append(4), [].extend('ab'), [3,1,2].sort(), [1].insert(0, 5), [1,2].reverse(), [1].clear(), [1,2].copy(), [1,2,1].count(1), [1,2].index(2), [1,2].remove(1)))
# expect: (None, None, None, None, None, None, [1, 2], 2, 1, None)
show(lambda: [].pop())  # expect: IndexError: pop from empty list
show(lambda: [1].pop(5))  # expect: IndexError: pop index out of range
show(lambda: ([1,2,3].pop(-2), [1,2].pop(0)))  # expect: (2, 1)
show(lambda: [1].pop('a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: [1].index(5))  # expect: ValueError: 5 is not in list
show(lambda: ['a'].index('b'))  # expect: ValueError: 'b' is not in list
show(lambda: [1,2,3].index(3, 0, 2))  # expect: ValueError: 3 is not in list
show(lambda: [1].remove(9))  # expect: ValueError: list.remove(x): x not in list
show(lambda: [1].insert('a', 1))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: [1].append())  # expect: TypeError: list.append() takes exactly one argument (0 given)
show(lambda: [1].append(1, 2))  # expect: TypeError: list.append() takes exactly one argument (2 given)
show(lambda: [1].extend(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: [1].extend())  # expect: TypeError: list.extend() takes exactly one argument (0 given)
show(lambda: [3, 'a', 1].sort())  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: [1, None].sort())  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
show(lambda: [3,1].sort(lambda x: x))  # expect: TypeError: sort() takes no positional arguments
