"""getattr and its kin on values of built-in types."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (getattr(1, 'real'), getattr('a', 'foo', 5), hasattr(1, 'real'), hasattr(1, 'foo')))
# expect: (1, 5, True, False)
show(lambda: getattr(1, 'foo'))  # expect: AttributeError: 'int' object has no attribute 'foo'
show(lambda: getattr(1, 5))  # expect: TypeError: attribute name must be string, not 'int'
show(lambda: hasattr(1, 5))  # expect: TypeError: attribute name must be string, not 'int'
show(lambda: setattr(1, 'a', 2))  # expect: AttributeError: 'int' object has no attribute 'a'
show(lambda: setattr([], 'a', 2))  # expect: AttributeError: 'list' object has no attribute 'a'
show(lambda: delattr(1, 'a'))  # expect: AttributeError: 'int' object has no attribute 'a'
show(lambda: setattr(int, 'a', 1))  # expect: TypeError: cannot set 'a' attribute of immutable type 'int'
show(lambda: vars(1))  # expect: TypeError: vars() argument must have __dict__ attribute
