# map, filter, zip, enumerate and reversed are classes, and iterators and views have CPython's.
class Items:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return index


def double(number):
    return 2 * number


found = [map(double, [1, 2]), map(max, [1], [2]), filter(None, [0, 1]), zip([1]), enumerate("a"), zip(iter(Items()), "ab"),
         reversed(Items()), iter(int, 0), (number for number in [1])]
for iterator in found:
    print(type(iterator), repr(iterator).split(" at ")[0], list(iterator))
print(map, filter, zip, enumerate, reversed, map.__name__, callable(zip))
print([isinstance(found[0], kind) for kind in (map, filter, zip)], isinstance(found[3], zip), type(found[4]) is enumerate)
table = {1: 2}
values = [table.keys(), table.values(), table.items(), iter(table), iter(table.values()), iter(table.items()), iter([]), iter({1}),
          iter(range(2)), reversed([1])]
print(*[type(value).__name__ for value in values])
try:
    map(double)
except TypeError as error:
    print(error)
try:
    map(double, 5)
except TypeError as error:
    print(error)
try:
    zip([1], two=2)
except TypeError as error:
    print(error)
numbers = map(double, [1, 2, 3])
print(next(numbers), iter(numbers) is numbers, list(numbers), list(numbers), hasattr(numbers, "send"), hasattr(numbers, "__next__"))
print(list(map(str.upper, "ab")), dict(zip("ab", [1, 2])), list(enumerate("ab", start=1)), sorted(filter(str.isdigit, "b2a1")))
# expect: <class 'map'> <map object [2, 4]
# expect: <class 'map'> <map object [2]
# expect: <class 'filter'> <filter object [1]
# expect: <class 'zip'> <zip object [(1,)]
# expect: <class 'enumerate'> <enumerate object [(0, 'a')]
# expect: <class 'zip'> <zip object [(0, 'a'), (1, 'b')]
# expect: <class 'reversed'> <reversed object [1, 0]
# expect: <class 'callable_iterator'> <callable_iterator object []
# expect: <class 'generator'> <generator object <genexpr> [1]
# expect: <class 'map'> <class 'filter'> <class 'zip'> <class 'enumerate'> <class 'reversed'> map True
# expect: [True, False, False] True True
# expect: dict_keys dict_values dict_items dict_keyiterator dict_valueiterator dict_itemiterator list_iterator set_iterator range_iterator list_reverseiterator
# expect: map() must have at least two arguments.
# expect: 'int' object is not iterable
# expect: 'two' is an invalid keyword argument for zip()
# expect: 2 True [4, 6] [] False True
# expect: ['A', 'B'] {'a': 1, 'b': 2} [(1, 'a'), (2, 'b')] ['1', '2']
