"""Keys of dicts and sets whose classes say how they are hashed and when they are equal."""


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x},{self.y})"


class Loud:
    def __eq__(self, other):
        return True


d = {Point(1, 2): "a", Point(3, 4): "b"}
print(d[Point(1, 2)], Point(3, 4) in d, Point(5, 6) in d)  # expect: a True False
d[Point(1, 2)] = "c"
print(d, len(d))  # expect: {P(1,2): 'c', P(3,4): 'b'} 2
print(d.get(Point(9, 9)), d.get(Point(3, 4)), d.pop(Point(3, 4)), d.pop(Point(3, 4), "gone"))  # expect: None b b gone
print(d.setdefault(Point(1, 2), "x"), d.setdefault(Point(7, 7), "new"))  # expect: c new
del d[Point(7, 7)]
try:
    d[Point(0, 0)]
except KeyError as error:
    print("KeyError", error)
# expect: KeyError P(0,0)
s = {Point(1, 1), Point(1, 1), Point(2, 2)}
print(len(s), Point(2, 2) in s)  # expect: 2 True
s.add(Point(1, 1))
s.discard(Point(2, 2))
print(s)  # expect: {P(1,1)}
print({(Point(1, 2), "k"): 1}[(Point(1, 2), "k")])  # expect: 1
print({Point(i % 2, 0) for i in range(6)} == {Point(0, 0), Point(1, 0)})  # expect: True
print(dict([(Point(1, 2), 1), (Point(1, 2), 2)]), set([Point(1, 2), Point(1, 2)]), dict.fromkeys([Point(0, 0)] * 2))
# expect: {P(1,2): 2} {P(1,2)} {P(0,0): None}
print({Point(1, 1)} | {Point(1, 1)}, {Point(1, 1)} & {Point(1, 1), Point(2, 2)}, {Point(1, 1)} - {Point(1, 1)})
# expect: {P(1,1)} {P(1,1)} set()
print({Point(1, 1): 1} == {Point(1, 1): 1}, {Point(1, 1)} == {Point(1, 1)}, {Point(1, 1)} <= {Point(1, 1)})
# expect: True True True
print({Point(1, 1): 1} | {Point(1, 1): 3})  # expect: {P(1,1): 3}
print(hash(Point(1, 2)) == hash((1, 2)))  # expect: True
try:
    {Loud(): 1}
except TypeError as error:
    print(error)
# expect: unhashable type: 'Loud'
try:
    {Loud()}
except TypeError as error:
    print(error)
# expect: unhashable type: 'Loud'
