# What closures and slots are made of can be changed directly: cells, the descriptors of slots, properties.
import types


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (AttributeError, NameError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def make():
    count = 1

    def get():
        return count

    return get


get = make()
(cell,) = get.__closure__
print(cell.cell_contents, get())
cell.cell_contents = 5
print(get())
del cell.cell_contents
print(attempt(get))
print(attempt(lambda: cell.cell_contents))
cell.cell_contents = "again"
print(get(), types.CellType(3).cell_contents, attempt(lambda: types.CellType().cell_contents))
print(attempt(types.CellType, 1, 2))


class Point:
    __slots__ = ("x", "y")


class Counted(Point):
    reads = 0

    @property
    def x(self):
        Counted.reads += 1
        return Point.x.__get__(self)

    @x.setter
    def x(self, value):
        Point.x.__set__(self, value * 2)


point = Point()
Point.x.__set__(point, 4)
print(point.x, Point.x.__get__(point), Point.x.__get__(point, Point), Point.x.__get__(None, Point) is Point.x)
print(Point.x, Point.x.__name__, attempt(Point.y.__get__, point))
Point.x.__delete__(point)
print(attempt(lambda: point.x), "/", attempt(Point.x.__delete__, point))
print(attempt(Point.x.__get__, 3), "/", attempt(Point.x.__set__, 3, 1))
counted = Counted()
counted.x = 21
print(counted.x, Counted.reads, Counted.x.__get__(counted))
Counted.x.__set__(counted, 1)
print(counted.x, attempt(Counted.x.__delete__, counted) is not None)


class Stack(list):
    def __new__(cls, *items):
        made = super().__new__(cls, *items)
        print("made with", list(made))
        return made


class Empty(dict):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls, *args, **kwargs)

    def __init__(self, *args, **kwargs):
        pass


print(list.__new__(list, [1, 2]), dict.__new__(dict, a=1), set.__new__(set, "ab"), tuple.__new__(tuple, "ab"))
print(Stack([1, 2]), Empty(a=1), Empty([("b", 2)]))
# expect: 1 1
# expect: 5
# expect: NameError: cannot access free variable 'count' where it is not associated with a value in enclosing scope
# expect: ValueError: Cell is empty
# expect: again 3 ValueError: Cell is empty
# expect: TypeError: cell expected at most 1 argument, got 2
# expect: 4 4 4 True
# expect: <member 'x' of 'Point' objects> x AttributeError: 'Point' object has no attribute 'y'
# expect: AttributeError: 'Point' object has no attribute 'x' / AttributeError: x
# expect: TypeError: descriptor 'x' for 'Point' objects doesn't apply to a 'int' object / TypeError: descriptor 'x' for 'Point' objects doesn't apply to a 'int' object
# expect: 42 1 42
# expect: 2 True
# expect: [] {} set() ('a', 'b')
# expect: made with []
# expect: [1, 2] {} {}
