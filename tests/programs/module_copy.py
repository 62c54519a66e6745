"""copy: shallow and deep, with cycles and classes that say how."""
import copy
import dataclasses


class Node:
    def __init__(self, value):
        self.value = value
        self.links = []


class Counted:
    def __copy__(self):
        return "shallow"

    def __deepcopy__(self, memo):
        return "deep"


nested = [1, [2, 3], {"k": [4]}, (5, [6])]
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
print(shallow == nested, shallow is nested, shallow[1] is nested[1], deep == nested, deep[1] is nested[1], deep[3][1] is nested[3][1])
# expect: True False True True False False
cycle = [1]
cycle.append(cycle)
twin = copy.deepcopy(cycle)
print(twin[1] is twin, twin is cycle)  # expect: True False
first, second = Node(1), Node(2)
first.links.append(second)
second.links.append(first)
clone = copy.deepcopy(first)
print(clone is first, clone.links[0].links[0] is clone, clone.links[0] is second, copy.copy(first).links is first.links)
# expect: False True False True
print(copy.copy(Counted()), copy.deepcopy([Counted()]), copy.deepcopy({1: (2, 3)}), copy.copy({1, 2}), copy.deepcopy("text"))
# expect: shallow ['deep'] {1: (2, 3)} {1, 2} text
same = (1, 2)
print(copy.deepcopy(same) is same, copy.copy(len) is len, copy.deepcopy(None), copy.copy(5))
# expect: True True None 5
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1])  # expect: True


# What a class keeps in slots is copied too, and what a frozen one refuses to have set.
class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Both(Slotted):
    def __init__(self, a, c):
        super().__init__(a)
        self.c = c


@dataclasses.dataclass(frozen=True)
class Frozen:
    x: int
    y: list


@dataclasses.dataclass(frozen=True, slots=True)
class FrozenSlots:
    x: int
    y: list


class Watched:
    def __init__(self):
        self.__dict__["v"] = 1

    def __setattr__(self, name, value):
        print("set", name)


both = Both([1], 2)
twin = copy.deepcopy(both)
print(twin.a, twin.a is both.a, twin.c, hasattr(twin, "b"), copy.copy(both).a is both.a)  # expect: [1] False 2 False True
for kind in (Frozen, FrozenSlots):
    one = kind(1, [2])
    print(copy.deepcopy(one), copy.deepcopy(one).y is one.y, copy.copy(one).y is one.y)
    # expect: Frozen(x=1, y=[2]) False True
    # expect: FrozenSlots(x=1, y=[2]) False True
print(copy.copy(Watched()).v)  # expect: 1
