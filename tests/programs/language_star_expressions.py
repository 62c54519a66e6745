def show(*args, **kwargs):
    return args, kwargs


a, b = [1, 2], (3, 4)
print([*a, 0, *b], (*a, *b), {*a, *b}, {**{"x": 1}, "y": 2, **{"x": 3}})
# expect: [1, 2, 0, 3, 4] (1, 2, 3, 4) {1, 2, 3, 4} {'x': 3, 'y': 2}
print(show(*a, 5, *b, key=1, **{"z": 2}, **{"w": 3}), show(*"ab", *range(2)))
# expect: ((1, 2, 5, 3, 4), {'key': 1, 'z': 2, 'w': 3}) (('a', 'b', 0, 1), {})
first, *rest = a + [9]
*start, last = "hello"
head, *middle, tail = range(5)
(x, *y), z = [1, 2, 3], 4
[p, [q, *r]] = 1, "two"
print(first, rest, start, last, head, middle, tail, x, y, z, p, q, r)
# expect: 1 [2, 9] ['h', 'e', 'l', 'l'] o 0 [1, 2, 3] 4 1 [2, 3] 4 1 t ['w', 'o']
for i, *more in [(1, 2, 3), (4,)]:
    print(i, more)
# expect: 1 [2, 3]
# expect: 4 []
t = *a, *b
print(t, a[slice(*b)], {k: v for k, v in zip(*[a, b])})  # expect: (1, 2, 3, 4) [] {1: 3, 2: 4}


def returns():
    return *a, 7


def yields():
    yield *a, 8


print(returns(), list(yields()))  # expect: (1, 2, 7) [(1, 2, 8)]
numbers = {1: "a"}
print(dict(**{"k": 1}, j=2), print(*[], sep="-"), max(*a, *b))
# expect:
# expect: {'k': 1, 'j': 2} None 4
for attempt in (lambda: show(*5), lambda: show(**5), lambda: show(**{1: 2}), lambda: show(k=1, **{"k": 2})):
    try:
        attempt()
    except TypeError as error:
        print(error)
# expect: __main__.show() argument after * must be an iterable, not int
# expect: __main__.show() argument after ** must be a mapping, not int
# expect: keywords must be strings
# expect: __main__.show() got multiple values for keyword argument 'k'
try:
    one, *two, three = [1]
except ValueError as error:
    print(error)  # expect: not enough values to unpack (expected at least 2, got 1)
