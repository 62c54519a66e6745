"""Sorting: stable both ways, by key, with comparisons in Python, and a list changed meanwhile."""
pairs = [("b", 1), ("a", 1), ("c", 0), ("d", 0)]
print(sorted(pairs, key=lambda pair: pair[1]))  # expect: [('c', 0), ('d', 0), ('b', 1), ('a', 1)]
print(sorted(pairs, key=lambda pair: pair[1], reverse=True))  # expect: [('b', 1), ('a', 1), ('c', 0), ('d', 0)]


class Item:
    def __init__(self, weight, name):
        self.weight, self.name = weight, name

    def __lt__(self, other):
        return self.weight < other.weight

    def __repr__(self):
        return f"{self.name}{self.weight}"


items = [Item(3, "x"), Item(1, "y"), Item(3, "z"), Item(2, "w"), Item(1, "v")]
items.sort()
print(items)  # expect: [y1, v1, w2, x3, z3]
items.sort(reverse=True)
print(items, min(items), max(items))  # expect: [x3, z3, w2, y1, v1] y1 x3
values = [3, 1, 2]


def spy(value):
    values.append(value)
    return value


try:
    values.sort(key=spy)
except ValueError as error:
    print(error)
# expect: list modified during sort
print(values)  # expect: [1, 2, 3]
seen = []
numbers = [2, 1]
numbers.sort(key=lambda value: (seen.append(list(numbers)), value)[1])
print(seen, numbers)  # expect: [[], []] [1, 2]
try:
    numbers.sort(key=lambda value: 1 // 0)
except ZeroDivisionError as error:
    print(error, numbers)
# expect: integer division or modulo by zero [1, 2]
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)
# expect: '<' not supported between instances of 'str' and 'int'
