class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return self.x < other.x

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __str__(self):
        return f"<{self.x} {self.y}>"

    def __call__(self, factor):
        return Vector(self.x * factor, self.y * factor)


v = Vector(1, 2) + Vector(3, 4)
print(v, len(v), v[0], v == Vector(4, 6), v != Vector(4, 6), v(2))  # expect: <4 6> 2 4 True False <8 12>
print([str(x) for x in sorted([Vector(3, 0), Vector(1, 0)])])  # expect: ['<1 0>', '<3 0>']
print(Vector(4, 6) in [v], bool(v), [c for c in v] == [4, 6])  # expect: True True True
