a, *b, (c, d) = [1, 2, 3, (4, 5)]
x = {1: 2, **{3: 4}}
y = {*b, c}
z = [*b, *x]
z[1:2] = [7, 8]
z.sort(key=lambda v: -v, reverse=True)
del z[0], x[1]
print(a, b, c, d, x, y, z, sorted(y), {k: v for k, v in zip('ab', z)}, (n for n in z))
