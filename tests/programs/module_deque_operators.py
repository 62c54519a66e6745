# deque: + and *, and in place.
from collections import deque
d = deque([1], 2); e = d; d += [2, 3]; print(d, e is d)
d += (i for i in [7]); print(d)
d *= 2; print(d, d + d, d * 2)
# expect: deque([2, 3], maxlen=2) True
# expect: deque([3, 7], maxlen=2)
# expect: deque([3, 7], maxlen=2) deque([3, 7], maxlen=2) deque([3, 7], maxlen=2)
