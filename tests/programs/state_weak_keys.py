# What is kept for an object by a reference that does not hold it is found again, also where the state of the process was saved and
# loaded in between: also by a thread, and by an object of a class that says how it is hashed.
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor


class Plain:
    pass


class Named:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Named) and self.name == other.name

    def __hash__(self):
        return len(self.name)


keys = [Plain() for _ in range(10)] + [Named("one"), Named("three"), threading.current_thread()]
kept = weakref.WeakKeyDictionary()
every = weakref.WeakSet(keys)
for number, key in enumerate(keys):
    time.sleep(0)
    kept[key] = number
for _ in range(3):
    time.sleep(0)
    print([kept[key] for key in keys], all([key in every for key in keys]), kept[Named("three")], len(kept))
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] True 11 13
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] True 11 13
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] True 11 13
with ThreadPoolExecutor(max_workers=2) as executor:
    print(list(executor.map(abs, range(-3, 3))))
# expect: [3, 2, 1, 0, 1, 2]
del keys[2:], key
print(len(kept), len(every))
# expect: 3 3
