# Each built-in class has a __new__ of its own, which makes objects of classes derived from it, and of no others.
def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(int.__new__ is object.__new__, int.__new__ is str.__new__, int.__new__ is int.__new__, "__new__" in vars(int), "__new__" in vars(object))


class Sized(int):
    def __new__(cls, value, unit=""):
        made = super().__new__(cls, value)
        made.unit = unit
        return made


class Doubled(Sized):
    def __new__(cls, value):
        return super().__new__(cls, 2 * value, "m")


class Plain(int):
    pass


length = Doubled(4)
print(length, length.unit, type(length).__name__, Plain.__new__ is int.__new__, Sized.__new__ is int.__new__, "__new__" in vars(Plain))
for maker, arguments in ((int, (Plain, "12")), (int, (str, 5)), (int, ()), (int, (5,)), (int, (bool, 1)), (bool, (int, 1)), (bool, (bool, 3)),
                         (object, (int,)), (object, (Plain,)), (object, (Doubled, 5)), (object, (list,)), (object, (object, 1)), (str, (str, 5)),
                         (tuple, (tuple, "ab")), (float, (float, "1.5")), (bytes, (bytes, 3)), (frozenset, (frozenset, [1])),
                         (object, (ValueError,)), (type, (type, "Made", (), {}))):
    tell(maker.__new__, *arguments)
print(Exception.__new__(ValueError, 3).args)


class Noted:
    def __new__(cls, *args):
        print("noted", cls.__name__)
        return super().__new__(cls, *args)


class NotedNumber(Noted, int):
    pass


class NotedList(Noted, list):
    pass


class NotedDict(Noted, dict):
    pass


class NotedAlone(Noted):
    pass


print(NotedNumber(5), NotedList([5]), NotedDict([(1, 2)]), isinstance(NotedAlone(), NotedAlone))
# expect: False False True True True
# expect: 8 m Doubled True False False
# expect: 12
# expect: TypeError int.__new__(str): str is not a subtype of int
# expect: TypeError int.__new__(): not enough arguments
# expect: TypeError int.__new__(X): X is not a type object (int)
# expect: TypeError int.__new__(bool) is not safe, use bool.__new__()
# expect: TypeError bool.__new__(int): int is not a subtype of bool
# expect: True
# expect: TypeError object.__new__(int) is not safe, use int.__new__()
# expect: TypeError object.__new__(Plain) is not safe, use Plain.__new__()
# expect: TypeError object.__new__(Doubled) is not safe, use int.__new__()
# expect: TypeError object.__new__(list) is not safe, use list.__new__()
# expect: TypeError object() takes no arguments
# expect: 5
# expect: ('a', 'b')
# expect: 1.5
# expect: b'\x00\x00\x00'
# expect: frozenset({1})
# expect: TypeError object.__new__(ValueError) is not safe, use ValueError.__new__()
# expect: <class '__main__.Made'>
# expect: (3,)
# expect: noted NotedNumber
# expect: noted NotedList
# expect: noted NotedDict
# expect: noted NotedAlone
# expect: 5 [5] {1: 2} True
