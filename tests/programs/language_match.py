class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Colour:
    RED = "red"


def describe(value):
    match value:
        case 0 | 1:
            return "small"
        case -5:
            return "minus five"
        case "yes" | "no" as answer:
            return f"answer {answer}"
        case True:
            return "never: True equals 1"
        case None:
            return "nothing"
        case Colour.RED:
            return "the colour"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [first, *rest] if len(rest) > 2:
            return f"long {first} {rest}"
        case (a, (b, c)):
            return f"nested {a} {b} {c}"
        case [_, *_]:
            return "some sequence"
        case {"kind": "circle", "radius": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"other {kind} {rest}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(y, 0):
            return f"on an axis at {y}"
        case Point(x, y=yy) if x == yy:
            return "diagonal"
        case int(n) | float(n):
            return f"number {n}"
        case str():
            return "a text"
    return "no case"


for value in (0, 1, True, -5, "yes", None, "red", [], (7,), [1, 2, 3, 4], (1, [2, 3]), [1, 2], {"kind": "circle", "radius": 2},
              {"kind": "square", "side": 1}, Point(0, 0), Point(0, 5), Point(6, 0), Point(3, 3), Point(1, 2), 2.5, 99, "text", b"x", {}):
    print(describe(value))
# expect: small
# expect: small
# expect: small
# expect: minus five
# expect: answer yes
# expect: nothing
# expect: the colour
# expect: empty sequence
# expect: one 7
# expect: long 1 [2, 3, 4]
# expect: nested 1 2 3
# expect: some sequence
# expect: circle 2
# expect: other square {'side': 1}
# expect: origin
# expect: on an axis at 5
# expect: on an axis at 6
# expect: diagonal
# expect: no case
# expect: number 2.5
# expect: number 99
# expect: a text
# expect: no case
# expect: no case
match = 5
case = [match]
print(match, case, match + 1)  # expect: 5 [5] 6
match (match, 6):
    case 5, y:
        print("names may still be called match", y)  # expect: names may still be called match 6
for n in range(3):
    match n:
        case 1:
            continue
        case _:
            pass
    print("after", n)
# expect: after 0
# expect: after 2
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)  # expect: Point() accepts 2 positional sub-patterns (3 given)
