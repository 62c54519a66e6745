"""reprlib: long values are shortened, and an object may hold itself."""
import reprlib

for value in (list(range(100)), "x" * 100, {i: i for i in range(10)}, [[[[[[[1]]]]]]], 10 ** 100, set(range(9)), (1,), [], frozenset()):
    print(reprlib.repr(value))


class Node:
    def __init__(self):
        self.next = self

    @reprlib.recursive_repr()
    def __repr__(self):
        return f"<{self.next!r}>"


print(Node(), Node.__repr__.__name__)
short = reprlib.Repr()
short.maxlist = 2
print(short.repr([1, 2, 3]))
# expect: [0, 1, 2, 3, 4, 5, ...]
# expect: 'xxxxxxxxxxxx...xxxxxxxxxxxxx'
# expect: {0: 0, 1: 1, 2: 2, 3: 3, ...}
# expect: [[[[[[[...]]]]]]]
# expect: 100000000000000000...0000000000000000000
# expect: {0, 1, 2, 3, 4, 5, ...}
# expect: (1,)
# expect: []
# expect: frozenset()
# expect: <...> __repr__
# expect: [1, 2, ...]
