import itertools
from functools import partial, reduce, lru_cache, wraps


def loud(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args) + "!"
    return wrapper


@loud
def greet(name):
    return "hi " + name


@lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(greet("you"), greet.__name__, fibonacci(80))  # expect: hi you! greet 23416728348467685
print(partial(int, base=2)("101"), reduce(lambda a, b: a * b, range(1, 6)))  # expect: 5 120
print(list(itertools.islice(itertools.count(10), 3)), list(itertools.combinations("abc", 2)))  # expect: [10, 11, 12] [('a', 'b'), ('a', 'c'), ('b', 'c')]
