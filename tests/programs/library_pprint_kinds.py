"""pprint: what is empty, what wraps other values, and kinds with a representation of their own."""
import collections
import dataclasses
import pprint
import sys
import types

# expect: set() frozenset() Counter() OrderedDict() deque([], maxlen=3) defaultdict(<class 'list'>, {}) [] ()
empty = (set(), frozenset(), collections.Counter(), collections.OrderedDict(), collections.deque(maxlen=3),
         collections.defaultdict(list), [], ())
print(*[pprint.pformat(each, width=1) for each in empty])

counts = {"pear": 12, "apple": 7, "fig": 30}
# expect: deque(['pear',
# expect:        'apple',
# expect:        'fig'],
# expect:       maxlen=3)
pprint.pprint(collections.deque(counts, maxlen=3), width=20)
# expect: {'apple': 7,
# expect:  'fig': 30,
# expect:  'pear': 12}
pprint.pprint(collections.UserDict(counts), width=20)
# expect: ['pear',
# expect:  'apple',
# expect:  'fig']
pprint.pprint(collections.UserList(counts), width=15)
# expect: ('pear apple '
# expect:  'fig')
pprint.pprint(collections.UserString("pear apple fig"), width=15)
# expect: ChainMap({'fig': 1},
# expect:          {'apple': 7,
# expect:           'fig': 30,
# expect:           'pear': 12})
pprint.pprint(collections.ChainMap({"fig": 1}, counts), width=30)
# expect: mappingproxy({'apple': 7,
# expect:               'fig': 30,
# expect:               'pear': 12})
pprint.pprint(types.MappingProxyType(counts), width=30)
# expect: bytearray(b'pear apple f'
# expect:           b'ig')
pprint.pprint(bytearray(b"pear apple fig"), width=26)


class Basket(types.SimpleNamespace):
    pass


# expect: Basket(apple=7,
# expect:        fig=30)
pprint.pprint(Basket(apple=7, fig=30), width=20)


@dataclasses.dataclass
class Box:
    width: int = 1

    def __repr__(self):
        return f"a box of width {self.width}"


@dataclasses.dataclass
class Crate:
    first: Box
    second: Box


# expect: a box of width 4
pprint.pprint(Box(4), width=5)
# expect: Crate(first=a box of width 1,
# expect:       second=a box of width 2)
pprint.pprint(Crate(Box(1), Box(2)), width=40)


class Short(pprint.PrettyPrinter):
    """Shows long texts by their length."""

    def format(self, object, context, maxlevels, level):
        if isinstance(object, str) and len(object) > 5:
            return f"<{len(object)} letters>", False, False
        return super().format(object, context, maxlevels, level)


# expect: {'a': <30 letters>, 'b': [<6 letters>, 'short']}
Short().pprint({"a": "x" * 30, "b": ["melons", "short"]})
print(Short().isreadable(["melons"]), Short().isreadable(["fig"]))  # expect: False True
print(pprint.PrettyPrinter(depth=1).isreadable([[1]]), pprint.saferepr([[[2]]]))  # expect: True [[[2]]]
print(pprint.pformat({"n": [1234567, True]}, underscore_numbers=True))  # expect: {'n': [1_234_567, True]}

stdout, sys.stdout = sys.stdout, None
pprint.pprint("nobody sees this")
sys.stdout = stdout
print("end")  # expect: end
