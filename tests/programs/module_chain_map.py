"""ChainMap as a mapping: what changes the first one, and what merges."""
import collections
import copy


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


chain = collections.ChainMap({"a": 1}, {"b": 2, "a": 3})
print(chain | {"c": 4}, {"a": 9, "z": 0} | chain, chain == {"a": 1, "b": 2}, chain != {"a": 1}, chain == 5)
# expect: ChainMap({'a': 1, 'c': 4}, {'b': 2, 'a': 3}) ChainMap({'a': 1, 'z': 0, 'b': 2}) True True False
chain |= {"d": 5}
print(chain, copy.copy(chain).maps[0] is chain.maps[0], collections.ChainMap.fromkeys("xy", 0))
# expect: ChainMap({'a': 1, 'd': 5}, {'b': 2, 'a': 3}) False ChainMap({'x': 0, 'y': 0})
print(chain.popitem(), chain.pop("a"), chain["a"])  # expect: ('d', 5) 1 3
show(lambda: chain.popitem())  # expect: KeyError: 'No keys found in the first mapping.'
show(lambda: chain.pop("b"))  # expect: KeyError: "Key not found in the first mapping: 'b'"
show(lambda: chain | 5)  # expect: TypeError: unsupported operand type(s) for |: 'ChainMap' and 'int'
show(lambda: reversed(chain))  # expect: TypeError: 'ChainMap' object is not reversible
chain["n"] = 1
chain.clear()
print(chain, len(chain), dict(chain.new_child({"k": 1})))
# expect: ChainMap({}, {'b': 2, 'a': 3}) 2 {'b': 2, 'a': 3, 'k': 1}
