"""Views of keys and items compare and combine as sets do."""
table = {"a": 1, "b": 2}
keys, items = table.keys(), table.items()
print(keys == {"a", "b"}, keys != {"a", "b"}, {"a", "b"} == keys, keys == {"a"}, set(table) == keys)
# expect: True False True False True
print(keys >= {"a"}, {"a", "b", "c"} > keys, keys <= {"a": 0, "b": 0}.keys(), keys < {"a", "b"}, {"a"} <= keys)
# expect: True True True False True
print(items >= {("a", 1)}, items == {"b": 2, "a": 1}.items(), items == {("a", 1), ("b", 2)}, items & {("a", 1)})
# expect: True True True {('a', 1)}
print(keys & {"a", "z"}, sorted(keys | ["c"]), keys - ["a"], sorted(keys ^ {"a", "z"}), {"a", "x"} & keys)
# expect: {'a'} ['a', 'b', 'c'] {'b'} ['b', 'z'] {'a'}
print({"a": []}.items() == {"a": []}.items(), table.values() == table.values(), keys == ["a", "b"])  # expect: True False False
try:
    keys < ["a"]
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'dict_keys' and 'list'
try:
    keys | 5
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable


# The order of what comes out, with a set, a dict and a view beside a view.
first, second = {i * 37 % 101: i for i in range(40)}, {i * 13 % 89: i for i in range(30)}
for one, other in ((first.keys(), second), (second, first.keys()), (set(second), first.keys()), (second.keys(), first.keys())):
    print(sorted(one | other) == sorted(other | one), list(one & other), list(one - other)[:6], list(one ^ other)[:12])
# expect: True [0, 67, 6, 43, 13, 80, 19, 84, 56, 26, 30] [3, 9, 10, 16, 20, 23] [2, 3, 4, 8, 9, 10, 15, 16, 17, 20, 21, 23]
# expect: True [0, 67, 6, 43, 13, 80, 19, 84, 56, 26, 30] [65, 2, 4, 69, 71, 8] [2, 3, 4, 8, 9, 10, 15, 16, 17, 20, 21, 23]
# expect: True [0, 67, 6, 43, 13, 80, 19, 84, 56, 26, 30] [65, 2, 4, 69, 71, 8] [2, 3, 4, 8, 9, 10, 15, 16, 17, 20, 21, 23]
# expect: True [0, 67, 6, 43, 13, 80, 19, 84, 56, 26, 30] [65, 2, 4, 69, 71, 8] [2, 3, 4, 8, 9, 10, 15, 16, 17, 20, 21, 23]
