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
