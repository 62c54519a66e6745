# collections.abc: what a class can do, told by its methods; User* classes.
from collections import ChainMap, OrderedDict, UserDict, UserList, UserString, deque
from collections.abc import (Callable, Container, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, MutableMapping,
                             MutableSequence, MutableSet, Sequence, Set, Sized)
import collections.abc


def flatten(items):
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, "ab")], {4: 5}])))
for value in ([], (), "a", {}, {1}, 3, iter([]), map(str, []), {}.keys(), {}.items(), {}.values(),
              len, deque(), range(2), ChainMap(), frozenset(), None):
    kinds = (Iterable, Iterator, Sized, Container, Hashable, Callable, Sequence, MutableSequence, Mapping, MutableMapping, Set,
             MutableSet, KeysView, ItemsView)
    print(type(value).__name__, [kind.__name__ for kind in kinds if isinstance(value, kind)])


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if index >= self.n:
            raise IndexError
        return self.n - index


print(list(Countdown(3)), 2 in Countdown(3), Countdown(3).index(1), list(reversed(Countdown(3))), issubclass(Countdown, Iterable))


class Lower(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.store = {}
        self.update(dict(*args, **kwargs))

    def __getitem__(self, key):
        return self.store[key.lower()]

    def __setitem__(self, key, value):
        self.store[key.lower()] = value

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


lower = Lower(A=1, b=2)
print(lower["a"], lower.get("Z", 9), "B" in lower, list(lower.items()), lower.pop("A"), len(lower), lower == {"b": 2}, repr(lower.keys())[:9])
try:
    Mapping()
except TypeError as error:
    print(error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


upper = Upper(a=1)
upper.update({"b": 2})
print(upper, len(upper), upper.data, upper == {"A": 1, "B": 2}, isinstance(upper, MutableMapping), type(upper.copy()).__name__)
items = UserList([3, 1, 2])
items.sort()
items.append(9)
print(items, items[1:], items + [4], items == [1, 2, 3, 9], type(items[:1]).__name__)
text = UserString("abc")
print(text.upper(), text + "d", text[0], text == "abc", len(text), "b" in text, type(text.upper()).__name__)
bases = (Sized, Container)


class Starred(*bases):
    def __len__(self):
        return 1

    def __contains__(self, item):
        return False


print(Starred.__mro__[1:3], len(Starred()))


class Entries:
    def __mro_entries__(self, bases):
        print("asked", len(bases))
        return (OrderedDict,)


class Derived(Entries()):
    pass


print(Derived.__bases__, collections.abc.Sequence is Sequence)
# expect: [1, 2, 3, 'ab', 4]
# expect: list ['Iterable', 'Sized', 'Container', 'Sequence', 'MutableSequence']
# expect: tuple ['Iterable', 'Sized', 'Container', 'Hashable', 'Sequence']
# expect: str ['Iterable', 'Sized', 'Container', 'Hashable', 'Sequence']
# expect: dict ['Iterable', 'Sized', 'Container', 'Mapping', 'MutableMapping']
# expect: set ['Iterable', 'Sized', 'Container', 'Set', 'MutableSet']
# expect: int ['Hashable']
# expect: list_iterator ['Iterable', 'Iterator', 'Hashable']
# expect: map ['Iterable', 'Iterator', 'Hashable']
# expect: dict_keys ['Iterable', 'Sized', 'Container', 'Set', 'KeysView']
# expect: dict_items ['Iterable', 'Sized', 'Container', 'Set', 'ItemsView']
# expect: dict_values ['Iterable', 'Sized', 'Container', 'Hashable']
# expect: builtin_function_or_method ['Hashable', 'Callable']
# expect: deque ['Iterable', 'Sized', 'Container', 'Sequence', 'MutableSequence']
# expect: range ['Iterable', 'Sized', 'Container', 'Hashable', 'Sequence']
# expect: ChainMap ['Iterable', 'Sized', 'Container', 'Mapping', 'MutableMapping']
# expect: frozenset ['Iterable', 'Sized', 'Container', 'Hashable', 'Set']
# expect: NoneType ['Hashable']
# expect: [3, 2, 1] True 2 [1, 2, 3] True
# expect: 1 9 True [('a', 1), ('b', 2)] 1 1 True KeysView(
# expect: Can't instantiate abstract class Mapping with abstract methods __getitem__, __iter__, __len__
# expect: {'A': 1, 'B': 2} 2 {'A': 1, 'B': 2} True True Upper
# expect: [1, 2, 3, 9] [2, 3, 9] [1, 2, 3, 9, 4] True UserList
# expect: ABC abcd a True 3 True UserString
# expect: (<class 'collections.abc.Sized'>, <class 'collections.abc.Container'>) 1
# expect: asked 1
# expect: (<class 'collections.OrderedDict'>,) True
