# An array made from a number is zero, also where the memory was somebody else's before.
# stands for: _TestArray.test_array_from_size
from multiprocessing import Array, RawArray

print(Array("i", 10)[:])
for _ in range(3):
    numbers = Array("d", 10)
    print(numbers[:3], len(numbers))
    numbers[:] = range(10)
    print(numbers[:3])
    del numbers
print(RawArray("i", 0)[:], Array("i", True)[:])
# expect: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
# expect: [0.0, 0.0, 0.0] 10
# expect: [0.0, 1.0, 2.0]
# expect: [0.0, 0.0, 0.0] 10
# expect: [0.0, 1.0, 2.0]
# expect: [0.0, 0.0, 0.0] 10
# expect: [0.0, 1.0, 2.0]
# expect: [] [0]
