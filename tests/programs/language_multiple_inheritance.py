class Root:
    def __init__(self, **rest):
        self.trail = ["Root"]
        print("rest", rest)


class Left(Root):
    def __init__(self, left=0, **rest):
        super().__init__(**rest)
        self.trail.append(f"Left {left}")


class Right(Root):
    def __init__(self, right=0, **rest):
        super().__init__(**rest)
        self.trail.append(f"Right {right}")


class Both(Left, Right):
    pass


print(Both(left=1, right=2).trail, [c.__name__ for c in Both.__mro__])
# expect: rest {}
# expect: ['Root', 'Right 2', 'Left 1'] ['Both', 'Left', 'Right', 'Root', 'object']
print(Both.__base__.__name__, Both.__bases__ == (Left, Right), issubclass(Both, Right), Root.__subclasses__() == [Left, Right])
# expect: Left True True True
try:
    class Wrong(Root, Left):
        pass
except TypeError as error:
    print(error)
# expect: Cannot create a consistent method resolution
# expect: order (MRO) for bases Root, Left
try:
    class Twice(Left, Left):
        pass
except TypeError as error:
    print(error)  # expect: duplicate base class Left
try:
    class NotAClass(5):
        pass
except TypeError as error:
    print(type(error).__name__)  # expect: TypeError
try:
    class FromBool(bool):
        pass
except TypeError as error:
    print(error)  # expect: type 'bool' is not an acceptable base type
try:
    class Layout(int, str):
        pass
except TypeError as error:
    print(error)  # expect: multiple bases have instance lay-out conflict
