"""What every object answers when it is asked by name: __reduce__, __reduce_ex__, __getstate__, __dir__, __reversed__."""
import copyreg
import pickle


class Point:
    def __init__(self, x):
        self.x = x

    def move(self):
        pass


class Remembered(Point):
    def __reduce__(self):
        return super().__reduce__()

    def __getstate__(self):
        return {**super().__getstate__(), "saved": True}


point = Point(3)
print(point.__reduce_ex__(2)[0] is copyreg.__newobj__, point.__reduce_ex__(2)[1:])
# expect: True ((<class '__main__.Point'>,), {'x': 3}, None, None)
print(point.__getstate__(), object().__getstate__())  # expect: {'x': 3} None
print(Remembered(4).__reduce__()[2], vars(pickle.loads(pickle.dumps(Remembered(4)))))
# expect: {'x': 4, 'saved': True} {'x': 4, 'saved': True}
print(ValueError("text", 1).__reduce__())  # expect: (<class 'ValueError'>, ('text', 1))


class Failure(Exception):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code

    def __reduce__(self):
        kind, arguments, *rest = super().__reduce__()
        return kind, arguments + (self.code,)


again = pickle.loads(pickle.dumps(Failure("no", 7)))
print(repr(again), again.code)  # expect: Failure('no') 7


class Backwards(list):
    def __reversed__(self):
        return (item * 10 for item in super().__reversed__())


print(list(reversed(Backwards([1, 2]))), list([1, 2].__reversed__()), list({"a": 1, "b": 2}.__reversed__()))
# expect: [20, 10] [2, 1] ['b', 'a']


class Named:
    def __dir__(self):
        return ["z", "a"]


print(dir(Named()), [name for name in dir(point) if not name.startswith("_")])  # expect: ['a', 'z'] ['move', 'x']
print("__eq__" in dir(point), "__dict__" in dir(Point), "append" in [].__dir__(), dir(object)[:5])
# expect: True True True ['__class__', '__delattr__', '__dir__', '__doc__', '__eq__']


class Number:
    def __index__(self):
        return 5

    def __complex__(self):
        return 1 + 2j


five = Number()
print(bin(five), oct(five), hex(five), chr(five) == "\x05", [0] * five, "ab" * five, complex(five), complex(1, 0.5))
# expect: 0b101 0o5 0x5 True [0, 0, 0, 0, 0] ababababab (1+2j) (1+0.5j)
try:
    hex("a")
except TypeError as error:
    print(error)  # expect: 'str' object cannot be interpreted as an integer
