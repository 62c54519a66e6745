"""A class derived from Random gives its own numbers to every method; wrong arguments are a TypeError."""
import heapq
import random


class Half(random.Random):
    def random(self):
        return 0.5


class Bits(random.Random):
    def getrandbits(self, k):
        return 1


print(Half().uniform(0, 4), Half().randrange(10), Half().choice("abcd"), Half().gauss(0, 1) != 0)
# expect: 2.0 6 a True
print(Bits().randrange(10), Bits(3).random() == random.Random(3).random(), Bits().choice("abcd"))
# expect: 1 True b
for attempt in (lambda: random.getrandbits(), lambda: random.Random().getrandbits(), lambda: int.__abs__("x"),
                lambda: float.__int__(None), lambda: int.__round__([]), lambda: int.__divmod__("x", 1)):
    try:
        attempt()
    except TypeError:
        print("TypeError")
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
print(list(heapq.merge([(3, "a"), (1, "a")], [(3, "b"), (1, "b")], key=lambda pair: pair[0], reverse=True)))
# expect: [(3, 'a'), (3, 'b'), (1, 'a'), (1, 'b')]
