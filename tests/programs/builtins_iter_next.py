"""iter() and next(), names of types."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: iter(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: iter(5, 6))  # expect: TypeError: iter(v, w): v must be callable
show(lambda: list(iter(lambda it=iter([1, 2, 3]): next(it), 3)))  # expect: [1, 2]
show(lambda: (next(iter([1])), next(iter([]), 5)))  # expect: (1, 5)
show(lambda: next(iter([])))  # expect: StopIteration: 
show(lambda: next(5))  # expect: TypeError: 'int' object is not an iterator
show(lambda: next())  # expect: TypeError: next expected at least 1 argument, got 0
show(lambda: next([]))  # expect: TypeError: 'list' object is not an iterator
