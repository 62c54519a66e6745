"""type() with three arguments."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (type('X', (), {'a': 1})().a, type('X', (), {}).__name__, type('Y', (int,), {}).__mro__))
# expect: (1, 'X', (<class '__main__.Y'>, <class 'int'>, <class 'object'>))
show(lambda: type())  # expect: TypeError: type() takes 1 or 3 arguments
show(lambda: type(1, 2))  # expect: TypeError: type() takes 1 or 3 arguments
