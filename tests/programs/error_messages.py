def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(lambda: 1 + "a")  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
attempt(lambda: "a" + 1)  # expect: TypeError: can only concatenate str (not "int") to str
attempt(lambda: [][0])  # expect: IndexError: list index out of range
attempt(lambda: {}["k"])  # expect: KeyError: 'k'
attempt(lambda: undefined_name)  # expect: NameError: name 'undefined_name' is not defined
attempt(lambda: None.x)  # expect: AttributeError: 'NoneType' object has no attribute 'x'
attempt(lambda: int("x"))  # expect: ValueError: invalid literal for int() with base 10: 'x'
attempt(lambda: len(5))  # expect: TypeError: object of type 'int' has no len()
five = 5
attempt(lambda: five())  # expect: TypeError: 'int' object is not callable
attempt(lambda: [1, 2, 3][1:"a"])  # expect: TypeError: slice indices must be integers or None or have an __index__ method
attempt(lambda: (lambda a: a)())  # expect: TypeError: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'a'
attempt(lambda: (lambda a: a)(1, 2))  # expect: TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
attempt(lambda: [1] < 5)  # expect: TypeError: '<' not supported between instances of 'list' and 'int'
attempt(lambda: {[]: 1})  # expect: TypeError: unhashable type: 'list'
attempt(lambda: 5 in 5)  # expect: TypeError: argument of type 'int' is not iterable
