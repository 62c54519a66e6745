"""Dicts and sets refuse to be iterated over after they changed size; lists go on."""
d = {1: "a", 2: "b"}
try:
    for key in d:
        d[key + 10] = "c"
except RuntimeError as error:
    print(error)
# expect: dictionary changed size during iteration
s = {1, 2}
try:
    for item in s:
        s.add(item + 10)
except RuntimeError as error:
    print(error)
# expect: Set changed size during iteration
for key in d:
    d[key] = "same size"
print(sorted(d))  # expect: [1, 2, 11]
numbers = [1, 2, 3]
for number in numbers:
    if len(numbers) < 6:
        numbers.append(number * 10)
print(numbers)  # expect: [1, 2, 3, 10, 20, 30]
for number in numbers[:]:
    numbers.remove(number)
print(numbers)  # expect: []
d = {1: 1, 2: 2}
for key in list(d):
    del d[key]
print(d)  # expect: {}
it = iter({1: 2}.items())
print(next(it), next(it, "end"), next(it, "end"))  # expect: (1, 2) end end
