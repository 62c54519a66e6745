# Loops that take pairs apart: items of a dict, enumerate, and what changes meanwhile.
def pairs(table):
    for key, value in table.items():
        yield key, value


table = {"a": 1, "b": 2, "c": 3}
del table["b"]
print(list(pairs(table)))
try:
    for key, value in table.items():
        table[key + key] = value
except RuntimeError as error:
    print(error)
for key, value in table.items():
    table[key] = value * 2
print(table)
items = [(1, 2), (3, 4)]
for index, (left, right) in enumerate(items, 5):
    print(index, left, right)
for index, item in enumerate(iter("xy")):
    print(index, item)
numbers = [1, 2, 3]
for index, number in enumerate(numbers):
    if index < 3:
        numbers.append(number * 10)
print(numbers)
try:
    for left, right in [(1, 2), (3, 4, 5)]:
        print(left, right)
except ValueError as error:
    print(error)
try:
    for number in range(3):
        if number == 1:
            del number
        print(number)
except NameError as error:
    print(error)

# expect: [('a', 1), ('c', 3)]
# expect: dictionary changed size during iteration
# expect: {'a': 2, 'c': 6, 'aa': 2}
# expect: 5 1 2
# expect: 6 3 4
# expect: 0 x
# expect: 1 y
# expect: [1, 2, 3, 10, 20, 30]
# expect: 1 2
# expect: too many values to unpack (expected 2)
# expect: 0
# expect: name 'number' is not defined
