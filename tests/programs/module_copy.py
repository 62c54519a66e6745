"""copy: shallow and deep, with cycles and classes that say how."""
import copy


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
