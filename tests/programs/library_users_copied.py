"""Copies of UserDict and UserList share nothing; methods of OrderedDict take names; ChainMap looks nothing up to tell its keys."""
import copy
from collections import ChainMap, OrderedDict, UserDict, UserList, defaultdict

prices = UserDict(tea=2)
prices.place = "shelf"
again = copy.copy(prices)
again["milk"] = 1
print(prices, again, again.place, again.data is prices.data)
# expect: {'tea': 2} {'tea': 2, 'milk': 1} shelf False
names = UserList(["a"])
other = copy.copy(names)
other.append("b")
print(names, other)
# expect: ['a'] ['a', 'b']

order = OrderedDict.fromkeys("ab", value=0)
print(order.pop("a", default=3), order.pop(key="x", default=3), order.setdefault("c", default=4), order)
# expect: 0 3 4 OrderedDict([('b', 0), ('c', 4)])
try:
    order.pop("x")
except KeyError as error:
    print("KeyError", error)
# expect: KeyError 'x'

counts = defaultdict(int, a=1)
counts |= [("b", 2)]
print(counts)
# expect: defaultdict(<class 'int'>, {'a': 1, 'b': 2})


class Told(dict):
    def __getitem__(self, key):
        print("asked for", key)
        return dict.__getitem__(self, key)


chain = ChainMap(Told(a=1), {"b": 2})
print(list(chain), len(chain))
# expect: ['b', 'a'] 2
