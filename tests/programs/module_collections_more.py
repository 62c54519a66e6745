"""collections: chained mappings, and what named tuples refuse."""
from collections import ChainMap, namedtuple

Point = namedtuple("Point", "x y")
print(Point(1, 2), Point(1, y=5)._replace(x=9), Point._fields, Point._make([3, 4])._asdict())
# expect: Point(x=1, y=2) Point(x=9, y=5) ('x', 'y') {'x': 3, 'y': 4}
print(namedtuple("Q", ["a", "class", "_b", "a"], rename=True)._fields, namedtuple("D", "a b", defaults=[7])(1))
# expect: ('a', '_1', '_2', '_3') D(a=1, b=7)
for names in ("1a", "class", "_x", "x x"):
    try:
        namedtuple("T", names)
    except ValueError as error:
        print(error)
# expect: Type names and field names must be valid identifiers: '1a'
# expect: Type names and field names cannot be a keyword: 'class'
# expect: Field names cannot start with an underscore: '_x'
# expect: Encountered duplicate field name: 'x'
chain = ChainMap({"a": 1}, {"b": 2, "a": 3})
print(chain, chain["b"], list(chain), len(chain), chain.get("z"), "b" in chain)
# expect: ChainMap({'a': 1}, {'b': 2, 'a': 3}) 2 ['b', 'a'] 2 None True
chain["c"] = 5
print(chain.maps, chain.parents, chain.new_child({"d": 6})["d"], dict(chain.items()))
# expect: [{'a': 1, 'c': 5}, {'b': 2, 'a': 3}] ChainMap({'b': 2, 'a': 3}) 6 {'b': 2, 'a': 1, 'c': 5}
for attempt in (lambda: chain["zz"], lambda: chain.pop("b")):
    try:
        attempt()
    except KeyError as error:
        print(error)
# expect: 'zz'
# expect: "Key not found in the first mapping: 'b'"
