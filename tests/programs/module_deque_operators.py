# deque: + and *, and in place.
from collections import deque
d = deque([1], 2); e = d; d += [2, 3]; print(d, e is d)
d += (i for i in [7]); print(d)
d *= 2; print(d, d + d, d * 2)
# expect: deque([2, 3], maxlen=2) True
# expect: deque([3, 7], maxlen=2)
# expect: deque([3, 7], maxlen=2) deque([3, 7], maxlen=2) deque([3, 7], maxlen=2)


# index() within bounds, which count from the end where they are negative
items = deque([1, 2, 3, 1, 2, 3])
print(items.index(1, 1), items.index(3, -2), items.index(2, 0, 3), items.index(2, -5, -1))
for given in ((1, 1, 3), (9,), (1, 4, 2), (1, 10), (3, 0, -4), (1, "a"), (1, None), ()):
    try:
        print(items.index(*given))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Shrinks:
    def __eq__(self, other):
        items.append(1)
        return False


try:
    items.index(Shrinks())
except RuntimeError as error:
    print(error)
# expect: 3 5 1 1
# expect: ValueError 1 is not in deque
# expect: ValueError 9 is not in deque
# expect: ValueError 1 is not in deque
# expect: ValueError 1 is not in deque
# expect: ValueError 3 is not in deque
# expect: TypeError slice indices must be integers or have an __index__ method
# expect: TypeError slice indices must be integers or have an __index__ method
# expect: TypeError index() takes at least 1 argument (0 given)
# expect: deque mutated during iteration
