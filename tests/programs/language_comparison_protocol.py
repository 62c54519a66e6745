from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


a, b = Version("1.2"), Version("1.10")
print(a < b, a <= b, a > b, a >= b, a == b, a != b, sorted([b, a]), max(a, b), min(a, b))
# expect: True True False False False True [v1.2, v1.10] v1.10 v1.2
try:
    hash(a)
except TypeError as error:
    print(error)  # expect: unhashable type: 'Version'


class Weird:
    def __eq__(self, other):
        return "equal"

    def __lt__(self, other):
        return NotImplemented


w = Weird()
print(w == 1, 1 == w, w != 1, w is w, [w] == [1])  # expect: equal equal False True True
try:
    w < 1
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'Weird' and 'int'
try:
    1 < w
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'int' and 'Weird'


class Base:
    def __lt__(self, other):
        return "base"


class Derived(Base):
    def __gt__(self, other):
        return "derived reflected"


print(Base() < Derived(), Derived() < Base(), 1 < 2 < 3, 1 < 3 > 2, 3 > 2 > 2)  # expect: derived reflected base True True False
