"""Operations that values do not have."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (dir([])[-3:], 'append' in dir([]), dir(5)[-3:], [n for n in dir(list) if not n.startswith('_')]))
# expect: (['remove', 'reverse', 'sort'], True, ['numerator', 'real', 'to_bytes'], ['append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort'])
show(lambda: (object() == object(), object() != object(), object().__class__))
# expect: (False, True, <class 'object'>)
show(lambda: object() < object())  # expect: TypeError: '<' not supported between instances of 'object' and 'object'
show(lambda: super().foo)  # expect: RuntimeError: super(): no arguments
show(lambda: __import__('math').pi)  # expect: 3.141592653589793
show(lambda: NotImplemented + 1)  # expect: TypeError: unsupported operand type(s) for +: 'NotImplementedType' and 'int'
show(lambda: None + 1)  # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
show(lambda: None < 1)  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
show(lambda: None.foo)  # expect: AttributeError: 'NoneType' object has no attribute 'foo'
show(lambda: None())  # expect: TypeError: 'NoneType' object is not callable
show(lambda: 1())  # expect: TypeError: 'int' object is not callable
show(lambda: 'a'())  # expect: TypeError: 'str' object is not callable
show(lambda: []())  # expect: TypeError: 'list' object is not callable
show(lambda: 1[0])  # expect: TypeError: 'int' object is not subscriptable
show(lambda: None[0])  # expect: TypeError: 'NoneType' object is not subscriptable
show(lambda: len[0])  # expect: TypeError: 'builtin_function_or_method' object is not subscriptable
