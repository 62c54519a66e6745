# A bounded deque says so, also in a copy, in a pickle and where it holds itself or objects of classes.
import copy
import pickle
from collections import deque


class Item:
    def __repr__(self):
        return "Item"


last = deque([1, 2, 3], maxlen=2)
print(last, deque([1]), deque([], None), deque(maxlen=0))
print(copy.copy(last), copy.deepcopy(last).maxlen, pickle.loads(pickle.dumps(last)), deque([Item()], 3))
last.append(last)
print(last)
try:
    hash(last)
except TypeError as error:
    print(type(error).__name__, deque.__hash__, list.__hash__, {}.__hash__)
# expect: deque([2, 3], maxlen=2) deque([1]) deque([]) deque([], maxlen=0)
# expect: deque([2, 3], maxlen=2) 2 deque([2, 3], maxlen=2) deque([Item], maxlen=3)
# expect: deque([3, [...]], maxlen=2)
# expect: TypeError None None None
