class Field:
    def __set_name__(self, owner, name):
        print("named", name, "of", owner.__name__)
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name[1:]} must be int")
        setattr(instance, self.name, value)


class Point:
# expect: named x of Point
# expect: named y of Point
    x = Field()
    y = Field()

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(3, 4)
print(p.x, p.y, p.__dict__)  # expect: 3 4 {'_x': 3, '_y': 4}
try:
    p.x = "wide"
except TypeError as error:
    print(error)  # expect: x must be int
print(Point.x is Point.__dict__["x"], type(Point.y).__name__)  # expect: True Field
