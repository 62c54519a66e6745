# Subclasses of built-in classes and classes with __slots__, pickled with what they hold besides.
import pickle


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1


class Wider(Slotted):
    pass


class Items(list):
    pass


class Pairs(dict):
    pass


class Number(int):
    pass


class Text(str):
    pass


class Pair(tuple):
    pass


for protocol in (2, 4):
    wider = Wider()
    wider.y, wider.z = [2], 3
    wider = pickle.loads(pickle.dumps(wider, protocol))
    slotted = pickle.loads(pickle.dumps(Slotted(), protocol))
    print(slotted.x, hasattr(slotted, "y"), wider.x, wider.y, wider.z)
for protocol in (0, 2, 4):
    items = Items([1, 2])
    items.name = "n"
    items = pickle.loads(pickle.dumps(items, protocol))
    back = [pickle.loads(pickle.dumps(value, protocol)) for value in (Pairs(a=1), Number(5), Text("s"), Pair((1, 2)))]
    print(type(items).__name__, items, items.name, [(type(value).__name__, value) for value in back])
try:
    pickle.dumps(Slotted(), 0)
except TypeError as error:
    print(error)
# expect: 1 False 1 [2] 3
# expect: 1 False 1 [2] 3
# expect: Items [1, 2] n [('Pairs', {'a': 1}), ('Number', 5), ('Text', 's'), ('Pair', (1, 2))]
# expect: Items [1, 2] n [('Pairs', {'a': 1}), ('Number', 5), ('Text', 's'), ('Pair', (1, 2))]
# expect: Items [1, 2] n [('Pairs', {'a': 1}), ('Number', 5), ('Text', 's'), ('Pair', (1, 2))]
# expect: a class that defines __slots__ without defining __getstate__ cannot be pickled
