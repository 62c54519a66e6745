"""Deques, arrays and bytes that can be changed are read backwards, and put in order, item by item."""
from array import array
from collections import deque


class Size:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


print(list(reversed(deque("abc"))), list(reversed(deque())), list(reversed(deque([1, 2, 3], maxlen=2))))
# expect: ['c', 'b', 'a'] [] [3, 2]
print(list(reversed(bytearray(b"ab"))), list(reversed(array("i", [1, 2]))), list(reversed(memoryview(b"ab"))))
# expect: [98, 97] [2, 1] [98, 97]
items = deque([1, 2, 3])
try:
    for item in reversed(items):
        print(item)
        items.append(4)
except RuntimeError as error:
    print(error)
# expect: 3
# expect: deque mutated during iteration
print(deque("ab") < deque("ac"), deque("b") >= deque("a"), deque("a") < deque("ab"), deque([3]) > deque([2, 9]))
# expect: True True True True
print(deque([Size(1), Size(2)]) < deque([Size(1), Size(3)]), sorted([deque([2]), deque([1, 5]), deque([1])]))
# expect: True [deque([1]), deque([1, 5]), deque([2])]
print(array("i", [1, 2]) < array("i", [1, 3]), bytearray(b"a") < b"b")
# expect: True True
try:
    deque("a") < ["b"]
except TypeError as error:
    print(error)
# expect: '<' not supported between instances of 'collections.deque' and 'list'
