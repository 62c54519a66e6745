a = b = c = [1]
b.append(2)
print(a, a is c)  # expect: [1, 2] True
x, y = 1, 2
x, y = y, x
(p, q), [r, s] = (1, 2), "ab"
print(x, y, p, q, r, s)  # expect: 2 1 1 2 a b
grid = [[0] * 3 for _ in range(2)]
grid[0][1], grid[1][2] = "one", "two"
print(grid)  # expect: [[0, 'one', 0], [0, 0, 'two']]
i = 0
values = [10, 20, 30]
i, values[i] = 1, 99
print(i, values)  # expect: 1 [10, 99, 30]
n = 7
n += 1; n -= 2; n *= 3; n /= 2; n //= 2; n **= 3; n %= 50
print(n)  # expect: 14.0
m = 0b1100
m &= 0b0110; m |= 1; m ^= 0b111; m <<= 3; m >>= 1
print(m)  # expect: 8
text = "ab"
text += "c"
text *= 2
items = [1]
alias = items
items += (2, 3)
items *= 2
print(text, items, alias is items)  # expect: abcabc [1, 2, 3, 1, 2, 3] True
values[0] += 1
d = {"k": [1]}
d["k"] += [2]
d["k"][0] -= 5
print(values, d)  # expect: [11, 99, 30] {'k': [-4, 2]}


class Box:
    count = 0


box = Box()
box.count += 1
print(box.count, Box.count)  # expect: 1 0
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)  # expect: 'tuple' object does not support item assignment ([1, 2],)
for action in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, b = 5, ", "[] = 1,"):
    try:
        exec(action)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: TypeError cannot unpack non-iterable int object
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError too many values to unpack (expected 0)
