# A hash that a class keeps, or makes of others, stays what it is.
import time


class Tag:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return type(other) is Tag and other.number == self.number

    def __hash__(self):
        return hash((type(self), self.number))


class Holder:
    def __init__(self, held):
        self.held, self.kept = held, hash(held)

    def __eq__(self, other):
        return type(other) is Holder and other.held is self.held

    def __hash__(self):
        return self.kept

    def method(self):
        return self


tags = {Tag(number): number for number in range(3)}
plain = object()
held = {Holder(plain): 1, Holder(len): 2, Holder(Tag): 3, Holder(time): 4, Holder(frozenset([plain])): 5}
bound = Holder(1).method
kept = [hash(each) for each in (plain, len, Tag, bound, (plain, 1), frozenset([plain, Tag]))]
for turn in range(3):
    time.sleep(0)
    print([Tag(number) in tags for number in range(3)], [Holder(each) in held for each in (plain, len, Tag, time)])
    print(kept == [hash(each) for each in (plain, len, Tag, bound, (plain, 1), frozenset([plain, Tag]))], plain.__hash__() == kept[0])
# expect: [True, True, True] [True, True, True, True]
# expect: True True
# expect: [True, True, True] [True, True, True, True]
# expect: True True
# expect: [True, True, True] [True, True, True, True]
# expect: True True
