class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    @property
    def y(self):
        return self[1]

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


p = Point(1, 2) + Point(3, 4)
print(p, p.x, p.y, len(p), p == (4, 6), {p: "value"}[(4, 6)], isinstance(p, tuple), type(p).__name__)
# expect: (4, 6) 4 6 2 True value True Point
a, b = p
print(a, b, p[::-1], 4 in p, p < (5,), hash(p) == hash((4, 6)), p * 2, p.index(6))  # expect: 4 6 (6, 4) True True True (4, 6, 4, 6) 1


class Unique(set):
    def add(self, item):
        if item in self:
            raise ValueError(f"{item} twice")
        super().add(item)


u = Unique([1, 2])
u.add(3)
print(u, len(u), u == {1, 2, 3}, u | {9}, isinstance(u, set))  # expect: Unique({1, 2, 3}) 3 True {1, 2, 3, 9} True
try:
    u.add(3)
except ValueError as error:
    print(error)  # expect: 3 twice
