"""enumerate, zip, map, filter."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: enumerate(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: list(enumerate('a', 'b')))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (list(zip()), list(zip([1, 2], 'ab')), list(zip([1, 2], [3])), list(zip([1, 2], 'ab', strict=True))))
# expect: ([], [(1, 'a'), (2, 'b')], [(1, 3)], [(1, 'a'), (2, 'b')])
show(lambda: list(zip([1, 2], 'a', strict=True)))  # expect: ValueError: zip() argument 2 is shorter than argument 1
show(lambda: list(zip('a', [1, 2], strict=True)))  # expect: ValueError: zip() argument 2 is longer than argument 1
show(lambda: list(zip('ab', 'ab', 'a', strict=True)))
# expect: ValueError: zip() argument 3 is shorter than arguments 1-2
show(lambda: list(zip('ab', 'ab', 'abc', strict=True)))
# expect: ValueError: zip() argument 3 is longer than arguments 1-2
show(lambda: list(zip('', 'a', strict=True)))  # expect: ValueError: zip() argument 2 is longer than argument 1
show(lambda: zip(1))  # expect: TypeError: 'int' object is not iterable
show(lambda: zip([1], 2))  # expect: TypeError: 'int' object is not iterable
show(lambda: list(zip([1], a=2)))  # expect: TypeError: 'a' is an invalid keyword argument for zip()
show(lambda: (list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(map(max, [1, 5], [3, 4], [2, 9]))))
# expect: (['1', '2'], [4, 6], [3, 9])
show(lambda: map(1))  # expect: TypeError: map() must have at least two arguments.
show(lambda: list(map(1, [1])))  # expect: TypeError: 'int' object is not callable
show(lambda: map(str, 1))  # expect: TypeError: 'int' object is not iterable
show(lambda: map())  # expect: TypeError: map() must have at least two arguments.
show(lambda: (list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3]))))
# expect: ([1, 'a'], [2, 3])
show(lambda: filter(None))  # expect: TypeError: filter expected 2 arguments, got 1
show(lambda: filter(None, 1))  # expect: TypeError: 'int' object is not iterable
