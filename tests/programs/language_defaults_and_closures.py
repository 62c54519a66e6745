def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect(4))  # expect: [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
print(collect.__defaults__)  # expect: ([1, 2, 4],)
functions = [lambda: i for i in range(3)]
print([f() for f in functions])  # expect: [2, 2, 2]
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])  # expect: [0, 1, 2]


def make(n):
    total = [0]

    def add(x):
        total[0] += x * n
        return total[0]
    return add


double, triple = make(2), make(3)
print(double(1), triple(1), double(2), triple(2))  # expect: 2 3 6 9


def order(a=print("default evaluated once"), *, b=len("four")):  # expect: default evaluated once
    return a, b


print(order(), order.__kwdefaults__)  # expect: (None, 4) {'b': 4}


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value
    return run


print(compose(lambda x: x + 1, str, lambda s: s * 2)(4))  # expect: 55


def outer():
    x = 1

    class Inner:
        y = x

        def get(self):
            return x
    x = 2
    return Inner


print(outer().y, outer()().get())  # expect: 1 2
recursive = lambda n: 1 if n == 0 else n * recursive(n - 1)
print(recursive(20), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))  # expect: 2432902008176640000 ((1, 2), 3, {'z': 4})
