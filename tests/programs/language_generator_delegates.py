"""What a generator waits for in `yield from`, and descriptors' __get__ called by hand."""


def inner():
    yield 1
    yield 2


def outer():
    yield 0
    yield from inner()
    yield from [3, 4]


walk = outer()
print(walk.gi_yieldfrom)  # expect: None
print(next(walk), walk.gi_yieldfrom)  # expect: 0 None
print(next(walk), walk.gi_yieldfrom.__name__, walk.gi_yieldfrom.gi_frame.f_lineno)  # expect: 1 inner 5
print(next(walk), next(walk), type(walk.gi_yieldfrom).__name__)  # expect: 2 3 list_iterator
print(list(walk), walk.gi_yieldfrom)  # expect: [4] None


class Shelf:
    size = 3

    @classmethod
    def make(cls, count: int) -> str:
        """makes one"""
        return f"{cls.__name__} {count}"

    @staticmethod
    def plain():
        return "plain"

    @property
    def double(self):
        return self.size * 2


names = Shelf.__dict__
print(names["make"].__get__(None, Shelf)(1), names["make"].__get__(Shelf())(2), names["plain"].__get__(None, Shelf)())
# expect: Shelf 1 Shelf 2 plain
print(names["double"].__get__(Shelf(), Shelf), names["double"].__get__(None, Shelf) is names["double"])
# expect: 6 True
print(names["make"].__name__, names["make"].__qualname__, names["make"].__doc__, names["make"].__annotations__)
# expect: make Shelf.make makes one {'count': <class 'int'>, 'return': <class 'str'>}
print(names["plain"].__wrapped__ is Shelf.plain, names["plain"].__module__)  # expect: True __main__
