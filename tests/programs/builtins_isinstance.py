"""isinstance, issubclass, unions, callable."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: isinstance(1, 5))  # expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
show(lambda: isinstance(1, [int]))  # expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
show(lambda: issubclass(1, int))  # expect: TypeError: issubclass() arg 1 must be a class
show(lambda: issubclass(int, 5))
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
show(lambda: (callable(len), callable(1), callable(int), callable(lambda: 0), callable('a'.upper), callable(None)))
# expect: (True, False, True, True, True, False)
show(lambda: (id(1) == id(1), id([]) != 0))  # expect: (True, True)
