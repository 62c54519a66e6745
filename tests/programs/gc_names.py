# What gc lets a program say and ask.
import gc


def told(phase, info):
    print(phase, info)


def wrong(phase, info):
    raise ValueError(phase)


for generation in (3, -1, "1"):
    try:
        gc.collect(generation)
    except (ValueError, TypeError) as error:
        print(repr(error))
print(gc.isenabled(), gc.get_threshold())
gc.disable()
gc.collect()
gc.callbacks.append(told)
items = []
items.append(items)
del items
gc.collect()
print(gc.collect(generation=1))
gc.callbacks[:] = [wrong]
print(gc.collect(0))
gc.callbacks.clear()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), gc.garbage)
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(0, 5)
print(gc.get_threshold(), gc.isenabled())


class Ended:
    def __del__(self):
        kept.append(self)


kept = []
ended = Ended()
print(gc.is_finalized(ended), gc.is_finalized(1))
del ended
print(len(kept), gc.is_finalized(kept[0]))
for value in ([], {}, {"plain": 1}, {"list": []}, (), ([],), 1, "text", 2.5, b"", None, range(2), set(), len, Ended, int, kept[0],
              object(), lambda: 1, kept[0].__del__, gc, slice(1), iter([]), bytearray(), Exception(), Exception):
    print(gc.is_tracked(value), end=" ")
print()
try:
    gc.collect(1, 2)
except TypeError:
    print("one generation")

# expect: ValueError('invalid generation')
# expect: ValueError('invalid generation')
# expect: TypeError("'str' object cannot be interpreted as an integer")
# expect: True (700, 10, 10)
# expect: start {'generation': 2, 'collected': 0, 'uncollectable': 0}
# expect: stop {'generation': 2, 'collected': 1, 'uncollectable': 0}
# expect: start {'generation': 1, 'collected': 0, 'uncollectable': 0}
# expect: stop {'generation': 1, 'collected': 0, 'uncollectable': 0}
# expect: 0
# expect: 0
# expect: False
# expect: True []
# expect: (500, 10, 10)
# expect: (0, 5, 10) True
# expect: False False
# expect: 1 True
# expect: True False False True False True False False False False False False True True True False True False True True True True True False True False 
# expect: one generation
# error: ValueError: stop
