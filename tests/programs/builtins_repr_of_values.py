"""repr() of all kinds of values, truth, wrong calls of print and open."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (repr([1, 'a', None, True, 1.5, (1,), {'a': [1]}, {1}, b'x', ...]), repr(frozenset({1})), repr(set()), repr(range(3)), repr({}.keys()), repr({1: 2}.items()), repr({1: 2}.values()), repr(NotImplemented), repr(int), repr(list), repr(type), repr(type(None)), repr(len), repr(slice(1)), repr(Ellipsis), repr(ValueError), repr(type(len))))
# expect: ("[1, 'a', None, True, 1.5, (1,), {'a': [1]}, {1}, b'x', Ellipsis]", 'frozenset({1})', 'set()', 'range(0, 3)', 'dict_keys([])', 'dict_items([(1, 2)])', 'dict_values([2])', 'NotImplemented', "<class 'int'>", "<class 'list'>", "<class 'type'>", "<class 'NoneType'>", '<built-in function len>', 'slice(None, 1, None)', 'Ellipsis', "<class 'ValueError'>", "<class 'builtin_function_or_method'>")
show(lambda: bool(1, 2))  # expect: TypeError: bool expected at most 1 argument, got 2
show(lambda: print(sep=1))  # expect: TypeError: sep must be None or a string, not int
show(lambda: print(end=1))  # expect: TypeError: end must be None or a string, not int
show(lambda: print(foo=1))  # expect: TypeError: 'foo' is an invalid keyword argument for print()
show(lambda: open('/nonexistent/x'))  # expect: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/x'
show(lambda: open('/tmp'))  # expect: IsADirectoryError: [Errno 21] Is a directory: '/tmp'
show(lambda: open('x', 'q'))  # expect: ValueError: invalid mode: 'q'
show(lambda: open('x', 'rw'))  # expect: ValueError: must have exactly one of create/read/write/append mode
show(lambda: open('x', 'rbt'))  # expect: ValueError: can't have text and binary mode at once
show(lambda: open(1.5))  # expect: TypeError: expected str, bytes or os.PathLike object, not float
show(lambda: open())  # expect: TypeError: open() missing required argument 'file' (pos 1)
show(lambda: input())  # expect: EOFError: EOF when reading a line
