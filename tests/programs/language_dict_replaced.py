# `object.__dict__ = names`: the names are the dict's, which several objects can share, and which can be the object itself.
import itertools
import pickle
import sys
import threading


class Shared:
    _state = {}
    level = "of the class"

    def __init__(self, **names):
        self.__dict__ = self._state
        self.__dict__.update(names)


first, second = Shared(level=1), Shared(other="x")
second.level += 1
print(first.level, first.other, first.__dict__ is Shared._state, vars(second) == Shared._state, first is second)
for each in (first, second):
    print(each.level, hasattr(each, "other"), hasattr(each, "nothing"))
del first.other
print(hasattr(second, "other"), Shared._state, sorted(name for name in vars(Shared) if not name.startswith("__")))


class Names(dict):
    def __init__(self, *given, **names):
        super().__init__(*given, **names)
        self.__dict__ = self


names = Names(a=1)
names.b = 2
names["c"] = 3
print(names, names.a, names.c, len(names), names.get("b"), names.keys())
del names.a
print("a" in names, sorted(names), isinstance(names, dict), names == {"b": 2, "c": 3})


class Plain:
    kind = "plain"

    def __init__(self):
        self.value = 5

    def __getstate__(self):
        return {"value": self.value * 2, "more": True}

    def __setstate__(self, state):
        self.__dict__ = state


copy = pickle.loads(pickle.dumps(Plain()))
print(copy.value, copy.more, vars(copy), copy.kind, pickle.loads(pickle.dumps(copy)).value)
one, two = Plain(), Plain()
two.__dict__ = one.__dict__
two.value = 7
one.extra = "e"
print(one.value, two.extra, vars(one) == vars(two))
for wrong in ([], None, 3):
    try:
        one.__dict__ = wrong
    except TypeError as error:
        print(error)


def hook(arguments):
    print("hook:", arguments.exc_type.__name__, arguments.exc_value)


threading.excepthook = hook
thread = threading.Thread(target=sys.exit, args=(3,))
thread.start()
thread.join()
try:
    print(list(itertools.starmap(abs, [1])))
except TypeError as error:
    print(error)


class Closed:
    def push(self):
        self.__class__ = Opened
        return "opens"


class Opened:
    def push(self):
        self.__class__ = Closed
        return "closes"


door = Closed()
print([door.push() for turn in range(3)], type(door).__name__, vars(door))
# expect: 2 x True True False
# expect: 2 True False
# expect: 2 True False
# expect: False {'level': 2} ['_state', 'level']
# expect: {'a': 1, 'b': 2, 'c': 3} 1 3 3 2 dict_keys(['a', 'b', 'c'])
# expect: False ['b', 'c'] True True
# expect: 10 True {'value': 10, 'more': True} plain 20
# expect: 7 e True
# expect: __dict__ must be set to a dictionary, not a 'list'
# expect: __dict__ must be set to a dictionary, not a 'NoneType'
# expect: __dict__ must be set to a dictionary, not a 'int'
# expect: hook: SystemExit 3
# expect: 'int' object is not iterable
# expect: ['opens', 'closes', 'opens'] Opened {}
