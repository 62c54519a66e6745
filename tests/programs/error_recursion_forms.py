import sys


class Loop:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __add__(self, other):
        return self + other

    def __contains__(self, item):
        return item in self

    def __bool__(self):
        return bool(self)

    def __hash__(self):
        return hash(self)

    def __getitem__(self, key):
        return self[key]

    def __str__(self):
        return f"{self}"

    def __lt__(self, other):
        return self < other

    @property
    def endless(self):
        return self.endless


def direct(n):
    return direct(n + 1)


def even(n):
    return odd(n - 1)


def odd(n):
    return even(n - 1)


def generated():
    yield from generated()


def sort_key(x):
    return sorted([x], key=sort_key)


class Child(Loop):
    def __init__(self):
        Child()


loop = Loop()
forms = [lambda: direct(0), lambda: even(0), lambda: repr(loop), lambda: loop == 1, lambda: loop.anything, lambda: len(loop),
         lambda: loop(), lambda: iter(loop), lambda: loop + 1, lambda: 1 in loop, lambda: bool(loop), lambda: loop[1],
         lambda: str(loop), lambda: loop < 1, lambda: loop.endless, lambda: list(generated()), lambda: sort_key(1), Child,
         lambda: [loop] == [1], lambda: repr([loop]), lambda: (lambda f: f(f))(lambda f: f(f)), lambda: hash(loop),
         lambda: list(map(direct, [1])), lambda: max([1], key=direct), lambda: f"{loop!r}", lambda: print(loop)]
for number, form in enumerate(forms):
    try:
        form()
        print(number, "no error")
    except RecursionError as error:
        print(number, type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
# expect: 0 RecursionError True
# expect: 1 RecursionError True
# expect: 2 RecursionError True
# expect: 3 RecursionError True
# expect: 4 RecursionError True
# expect: 5 RecursionError True
# expect: 6 RecursionError True
# expect: 7 RecursionError True
# expect: 8 RecursionError True
# expect: 9 RecursionError True
# expect: 10 RecursionError True
# expect: 11 RecursionError True
# expect: 12 RecursionError True
# expect: 13 RecursionError True
# expect: 14 RecursionError True
# expect: 15 RecursionError True
# expect: 16 RecursionError True
# expect: 17 RecursionError True
# expect: 18 RecursionError True
# expect: 19 RecursionError True
# expect: 20 RecursionError True
# expect: 21 RecursionError True
# expect: 22 RecursionError True
# expect: 23 RecursionError True
# expect: 24 RecursionError True
# expect: 25 RecursionError True


def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 1


print(900 < depth() < 1000, sys.getrecursionlimit())  # expect: True 1000
nested = []
for _ in range(5000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as error:
    print("repr", type(error).__name__)  # expect: repr RecursionError
try:
    nested == [nested]
except RecursionError as error:
    print("==", type(error).__name__)  # expect: == RecursionError
cyclic = [1]
cyclic.append(cyclic)
table = {"self": cyclic}
table["table"] = table
print(cyclic, table)  # expect: [1, [...]] {'self': [1, [...]], 'table': {...}}
