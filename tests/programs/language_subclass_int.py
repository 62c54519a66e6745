class Size(int):
    def __new__(cls, value, unit="B"):
        made = super().__new__(cls, value)
        made.unit = unit
        return made

    def __repr__(self):
        return f"Size({int(self)}, {self.unit!r})"

    def __add__(self, other):
        return Size(int(self) + int(other), self.unit)


a = Size(3, "KB")
print(a, repr(a), a + 4, 4 + a, a * 2, a == 3, hash(a) == hash(3))  # expect: Size(3, 'KB') Size(3, 'KB') Size(7, 'KB') 7 6 True True
print(isinstance(a, int), type(a).__name__, a.unit, [10, 20, 30, 40][a], "x" * a)  # expect: True Size KB 40 xxx
print(sorted([Size(3), 1, Size(2)]), sum([a, a]), max(a, 2), {3: "three"}[a])
# expect: [1, Size(2, 'B'), Size(3, 'B')] 6 Size(3, 'KB') three
print(f"{a:05d}", "%d" % a, int(a) is a, type(int(a)).__name__, a < 5, -a, bool(Size(0)), range(a))
# expect: 00003 3 False int True -3 False range(0, 3)


class Level(int):
    pass


print(Level(5), Level("12") + 1, Level(), repr(Level(7)), type(Level(1) + Level(2)).__name__)  # expect: 5 13 0 7 int
