"""eval, exec and compile."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (exec('1+1'), eval('1+1'), eval('a+b', {'a': 1, 'b': 2}), eval('x', {}, {'x': 5}), eval(' 3 '), eval(compile('2*3', '<s>', 'eval'))))
# expect: (None, 2, 3, 5, 3, 6)
show(lambda: eval('foo'))  # expect: NameError: name 'foo' is not defined
show(lambda: eval(5))  # expect: TypeError: eval() arg 1 must be a string, bytes or code object
show(lambda: compile('1', 'f', 'foo'))  # expect: ValueError: compile() mode must be 'exec', 'eval' or 'single'
