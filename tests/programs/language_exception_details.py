def details(error):
    return type(error).__name__, error.args, repr(str(error))


tries = [
    lambda: {}["x"], lambda: [][1], lambda: int("z"), lambda: 1 / 0, lambda: 1 % 0, lambda: 2.0 // 0, lambda: "a" + 1,
    lambda: None + 1, lambda: len(None), lambda: next(iter([])), lambda: "abc".index("z"), lambda: [1].remove(2),
    lambda: {1}.remove(3), lambda: set().pop(), lambda: [].pop(), lambda: {}.popitem(), lambda: (1).real(),
    lambda: "x".join([1]), lambda: chr(-1), lambda: ord("ab"), lambda: [1, 2][1.0], lambda: "a" * "b", lambda: [] + (),
    lambda: b"a" + "b", lambda: sorted([1, "a"]), lambda: min([]), lambda: {[]}, lambda: dict([1]), lambda: "%d" % "x",
    lambda: "{}".format(), lambda: "{x}".format(), lambda: float("abc"), lambda: int(None), lambda: range(1, 2, 0),
    lambda: list(5), lambda: "a".foo, lambda: 5 .bar, lambda: object() < object(), lambda: round("a"), lambda: [1][::0],
    lambda: 10 ** -1000000 and (-8) ** 0.5 and pow(2, -1, 4), lambda: bytes([256]), lambda: b"\xff".decode(), lambda: 1 << -1,
    lambda: iter(5), lambda: next(5), lambda: 5[0], lambda: abs("x"), lambda: zip(1), lambda: isinstance(1, 1),
]
for action in tries:
    try:
        print("no error", action())
    except Exception as error:
        print(*details(error))
# expect: KeyError ('x',) "'x'"
# expect: IndexError ('list index out of range',) 'list index out of range'
# expect: ValueError ("invalid literal for int() with base 10: 'z'",) "invalid literal for int() with base 10: 'z'"
# expect: ZeroDivisionError ('division by zero',) 'division by zero'
# expect: ZeroDivisionError ('integer modulo by zero',) 'integer modulo by zero'
# expect: ZeroDivisionError ('float floor division by zero',) 'float floor division by zero'
# expect: TypeError ('can only concatenate str (not "int") to str',) 'can only concatenate str (not "int") to str'
# expect: TypeError ("unsupported operand type(s) for +: 'NoneType' and 'int'",) "unsupported operand type(s) for +: 'NoneType' and 'int'"
# expect: TypeError ("object of type 'NoneType' has no len()",) "object of type 'NoneType' has no len()"
# expect: StopIteration () ''
# expect: ValueError ('substring not found',) 'substring not found'
# expect: ValueError ('list.remove(x): x not in list',) 'list.remove(x): x not in list'
# expect: KeyError (3,) '3'
# expect: KeyError ('pop from an empty set',) "'pop from an empty set'"
# expect: IndexError ('pop from empty list',) 'pop from empty list'
# expect: KeyError ('popitem(): dictionary is empty',) "'popitem(): dictionary is empty'"
# expect: TypeError ("'int' object is not callable",) "'int' object is not callable"
# expect: TypeError ('sequence item 0: expected str instance, int found',) 'sequence item 0: expected str instance, int found'
# expect: ValueError ('chr() arg not in range(0x110000)',) 'chr() arg not in range(0x110000)'
# expect: TypeError ('ord() expected a character, but string of length 2 found',) 'ord() expected a character, but string of length 2 found'
# expect: TypeError ('list indices must be integers or slices, not float',) 'list indices must be integers or slices, not float'
# expect: TypeError ("can't multiply sequence by non-int of type 'str'",) "can't multiply sequence by non-int of type 'str'"
# expect: TypeError ('can only concatenate list (not "tuple") to list',) 'can only concatenate list (not "tuple") to list'
# expect: TypeError ("can't concat str to bytes",) "can't concat str to bytes"
# expect: TypeError ("'<' not supported between instances of 'str' and 'int'",) "'<' not supported between instances of 'str' and 'int'"
# expect: ValueError ('min() arg is an empty sequence',) 'min() arg is an empty sequence'
# expect: TypeError ("unhashable type: 'list'",) "unhashable type: 'list'"
# expect: TypeError ('cannot convert dictionary update sequence element #0 to a sequence',) 'cannot convert dictionary update sequence element #0 to a sequence'
# expect: TypeError ('%d format: a real number is required, not str',) '%d format: a real number is required, not str'
# expect: IndexError ('Replacement index 0 out of range for positional args tuple',) 'Replacement index 0 out of range for positional args tuple'
# expect: KeyError ('x',) "'x'"
# expect: ValueError ("could not convert string to float: 'abc'",) "could not convert string to float: 'abc'"
# expect: TypeError ("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",) "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
# expect: ValueError ('range() arg 3 must not be zero',) 'range() arg 3 must not be zero'
# expect: TypeError ("'int' object is not iterable",) "'int' object is not iterable"
# expect: AttributeError ("'str' object has no attribute 'foo'",) "'str' object has no attribute 'foo'"
# expect: AttributeError ("'int' object has no attribute 'bar'",) "'int' object has no attribute 'bar'"
# expect: TypeError ("'<' not supported between instances of 'object' and 'object'",) "'<' not supported between instances of 'object' and 'object'"
# expect: TypeError ("type str doesn't define __round__ method",) "type str doesn't define __round__ method"
# expect: ValueError ('slice step cannot be zero',) 'slice step cannot be zero'
# expect: no error 0.0
# expect: ValueError ('bytes must be in range(0, 256)',) 'bytes must be in range(0, 256)'
# expect: UnicodeDecodeError ('utf-8', b'\xff', 0, 1, 'invalid start byte') "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
# expect: ValueError ('negative shift count',) 'negative shift count'
# expect: TypeError ("'int' object is not iterable",) "'int' object is not iterable"
# expect: TypeError ("'int' object is not an iterator",) "'int' object is not an iterator"
# expect: TypeError ("'int' object is not subscriptable",) "'int' object is not subscriptable"
# expect: TypeError ("bad operand type for abs(): 'str'",) "bad operand type for abs(): 'str'"
# expect: TypeError ("'int' object is not iterable",) "'int' object is not iterable"
# expect: TypeError ('isinstance() arg 2 must be a type, a tuple of types, or a union',) 'isinstance() arg 2 must be a type, a tuple of types, or a union'
