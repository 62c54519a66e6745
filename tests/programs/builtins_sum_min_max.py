"""sum, min, max, any, all, len, abs."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (sum([1, 2]), sum([1.5, 2]), sum([[1], [2]], []), sum((), 5), sum([1], start=5), sum(x for x in range(5)), sum([True, True]), sum([0.1] * 10)))
# expect: (3, 3.5, [1, 2], 5, 6, 10, 2, 0.9999999999999999)
show(lambda: sum(['a']))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
show(lambda: sum(['a'], ''))  # expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
show(lambda: sum([b'a'], b''))  # expect: TypeError: sum() can't sum bytes [use b''.join(seq) instead]
show(lambda: sum(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: sum([[1]]))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'list'
show(lambda: (min(1, 2), max([1, 5, 3]), min([], default=7), max('abc', key=ord), max([1, -5], key=abs), min((1, 'a'), (1, 'b')), max(1, 1.0), max([], default=None)))
# expect: (1, 5, 7, 'c', -5, (1, 'a'), 1, None)
show(lambda: min([]))  # expect: ValueError: min() arg is an empty sequence
show(lambda: max())  # expect: TypeError: max expected at least 1 argument, got 0
show(lambda: max(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: min(1, 'a'))  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: max(1, 2, default=3))
# expect: TypeError: Cannot specify a default for max() with multiple positional arguments
show(lambda: max([1], foo=2))  # expect: TypeError: 'foo' is an invalid keyword argument for max()
show(lambda: min(iter([])))  # expect: ValueError: min() arg is an empty sequence
show(lambda: (any([0, 1]), any([]), all([]), all([1, 0]), any(x > 2 for x in [1, 2, 3])))
# expect: (True, False, True, False, True)
show(lambda: any(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: all())  # expect: TypeError: all() takes exactly one argument (0 given)
show(lambda: len(5))  # expect: TypeError: object of type 'int' has no len()
show(lambda: len())  # expect: TypeError: len() takes exactly one argument (0 given)
show(lambda: len([], []))  # expect: TypeError: len() takes exactly one argument (2 given)
show(lambda: abs('a'))  # expect: TypeError: bad operand type for abs(): 'str'
show(lambda: abs())  # expect: TypeError: abs() takes exactly one argument (0 given)


# A generator is asked for one item at a time, and no further than needed.
def items():
    for number in (1, "two", 3):
        print("make", number)
        yield number


for function in (sum, max):
    try:
        function(items())
    except TypeError as error:
        print(error)
# expect: make 1
# expect: make two
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: make 1
# expect: make two
# expect: '>' not supported between instances of 'str' and 'int'
print(min((print("make", n) or n for n in (2, 1)), key=lambda n: print("key", n) or n))
# expect: make 2
# expect: key 2
# expect: make 1
# expect: key 1
# expect: 1
