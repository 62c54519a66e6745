"""reversed() of bytearrays, memoryviews, deques and arrays."""
from array import array
from collections import deque

print(list(reversed(bytearray(b"abc"))), list(reversed(memoryview(b"xyz")[1:])))  # expect: [99, 98, 97] [122, 121]
print(list(reversed(deque([1, 2, 3]))), list(reversed(array("i", [4, 5]))))  # expect: [3, 2, 1] [5, 4]
queue = deque("ab")
for letter in reversed(queue):
    print(letter, end=" ")
print(list(reversed(deque())))  # expect: b a []
