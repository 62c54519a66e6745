class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
p.x += 10
print(p.x, p.y)  # expect: 11 2
for action in (lambda: setattr(p, "z", 3), lambda: p.z, lambda: p.__dict__):
    try:
        action()
    except AttributeError as error:
        print(error)
# expect: 'Point' object has no attribute 'z'
# expect: 'Point' object has no attribute 'z'
# expect: 'Point' object has no attribute '__dict__'
del p.x
try:
    p.x
except AttributeError as error:
    print(type(error).__name__)  # expect: AttributeError


class Open(Point):
    pass


o = Open(1, 2)
o.z = 5
print(o.z, o.__dict__)  # expect: 5 {'z': 5}


class Closed(Point):
    __slots__ = ("z",)


c = Closed(1, 2)
c.z = 3
try:
    c.w = 4
except AttributeError as error:
    print(error)  # expect: 'Closed' object has no attribute 'w'
print(Closed.__slots__, Point.__slots__)  # expect: ('z',) ('x', 'y')
try:
    class Conflict:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)  # expect: 'a' in __slots__ conflicts with class variable


class Single:
    __slots__ = "only"


s = Single()
s.only = 1
print(s.only, hasattr(s, "__dict__"))  # expect: 1 False
