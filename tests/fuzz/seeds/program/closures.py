def f(a, *b, c=1, **d):
    def g():
        nonlocal a
        a += 1
        return a, b, c, d
    return g
print(f(1, 2, x=3)(), [f(n)() for n in range(3)])
