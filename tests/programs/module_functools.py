"""functools: caches, partial calls, dispatch by class, orderings."""
from functools import (cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch,
                       total_ordering, wraps)


@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number if isinstance(other, Version) else NotImplemented


class Account:
    made = 0

    @cached_property
    def total(self):
        Account.made += 1
        return Account.made

    def add(self, a, b):
        return a + b

    add_ten = partialmethod(add, 10)


@singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "int"


@describe.register(list)
def _(value):
    return "list"


@lru_cache(maxsize=2)
def square(x):
    return x * x


@wraps(square)
def wrapped():
    """Own text."""


one, two = Version(1), Version(2)
print(one < two, one <= two, one > two, one >= two, one == Version(1), sorted([two, one])[0].number)
# expect: True True False False True 1
account = Account()
print(account.total, account.total, Account().total, account.add_ten(5))  # expect: 1 1 2 15
print(describe(1), describe(True), describe([1]), describe("x"))  # expect: int int list something
print([square(n) for n in (1, 2, 1, 3, 1)], square.cache_info(), wrapped.__name__)
# expect: [1, 4, 1, 9, 1] CacheInfo(hits=2, misses=3, maxsize=2, currsize=2) square
square.cache_clear()
print(square.cache_info())  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 5), sorted("bca", key=cmp_to_key(lambda a, b: ord(b) - ord(a))))
# expect: 24 5 ['c', 'b', 'a']
binary = partial(int, base=2)
print(binary("101"), binary.keywords, binary.func is int, partial(partial(max, 1), 2)(3))
# expect: 5 {'base': 2} True 3
for attempt in (lambda: one < 5, lambda: square([]), lambda: reduce(max, []), lambda: partial(5)):
    try:
        attempt()
    except TypeError as error:
        print(error)
# expect: '<' not supported between instances of 'Version' and 'int'
# expect: unhashable type: 'list'
# expect: reduce() of empty iterable with no initial value
# expect: the first argument must be callable
