a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)  # expect: 1 2 [3, 4] 5
first, *middle, last = range(5)
print(first, middle, last)  # expect: 0 [1, 2, 3] 4
x = y = [1]
x += [2]
print(x is y, y, [*x, *"ab"], {**{"a": 1}, "b": 2})  # expect: True [1, 2] [1, 2, 'a', 'b'] {'a': 1, 'b': 2}
try:
    a, b = [1, 2, 3]
except ValueError as error:
    print(error)  # expect: too many values to unpack (expected 2)
if (n := len("abc")) > 2:
    print(n, "yes" if n == 3 else "no")  # expect: 3 yes
