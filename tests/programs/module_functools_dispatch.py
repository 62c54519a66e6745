"""singledispatch by unions, abstract classes and wrapped methods; cached_property in frozen classes and between threads."""
import collections.abc
import dataclasses
import threading
from functools import cached_property, lru_cache, singledispatch, singledispatchmethod


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


@singledispatch
def kind(value, loud=False):
    return "object"


@kind.register
def _(value: int | None):
    return "int or None"


@kind.register(list)
@kind.register(tuple)
def _(value):
    return "list or tuple"


@kind.register
def _(value: collections.abc.Mapping):
    return "mapping"


@kind.register(collections.abc.Sized)
def _(value):
    return "sized"


class Pair(tuple):
    pass


print([kind(value) for value in (1, True, None, [], Pair(), {}, "text", 2.0)])
# expect: ['int or None', 'int or None', 'int or None', 'list or tuple', 'list or tuple', 'mapping', 'sized', 'object']
print(kind.dispatch(bool).__name__, sorted(each.__name__ for each in kind.registry))
# expect: _ ['Mapping', 'NoneType', 'Sized', 'int', 'list', 'object', 'tuple']
show(lambda: kind())  # expect: TypeError: kind requires at least 1 positional argument
show(lambda: kind.register(5))
# expect: TypeError: Invalid first argument to `register()`: 5. Use either `@register(some_class)` or plain `@register` on an annotated function.
show(lambda: kind.register("int", print))
# expect: TypeError: Invalid first argument to `register()`. 'int' is not a class or union type.
try:
    @kind.register
    def _(value: list[int]):
        pass
except TypeError as error:
    print(error)  # expect: Invalid annotation for 'value'. list[int] is not a class.


class Walks(collections.abc.Sized):
    pass


class Swims(collections.abc.Iterable):
    pass


class Frog:
    def __len__(self):
        return 1

    def __iter__(self):
        return iter(())


@singledispatch
def moves(animal):
    return "does not move"


moves.register(collections.abc.Sized, lambda animal: "walks")
moves.register(collections.abc.Iterable, lambda animal: "swims")
show(lambda: moves(Frog()))
# expect: RuntimeError: Ambiguous dispatch: <class 'collections.abc.Sized'> or <class 'collections.abc.Iterable'>


class Printer:
    @singledispatchmethod
    def show(self, value):
        """shows a value"""
        raise NotImplementedError(type(value).__name__)

    @show.register
    def _(self, value: int):
        return "int"

    @show.register
    @classmethod
    def _(cls, value: str):
        return cls.__name__

    @show.register
    @staticmethod
    def _(value: float):
        return "float"


print(Printer().show(1), Printer().show("a"), Printer().show(1.5), Printer().show.__doc__)
# expect: int Printer float shows a value
show(lambda: Printer().show([]))  # expect: NotImplementedError: list
wrapped = Printer.__dict__["show"].dispatcher.dispatch(str)
print(wrapped.__name__, wrapped.__wrapped__.__qualname__, wrapped.__annotations__, wrapped.__get__(None, Printer)("b"))
# expect: _ Printer._ {'value': <class 'str'>} Printer


@dataclasses.dataclass(frozen=True)
class Circle:
    radius: int

    @cached_property
    def area(self):
        print("computed")
        return 3 * self.radius ** 2


circle = Circle(2)
print(circle.area, circle.area, circle.__dict__)
# expect: computed
# expect: 12 12 {'radius': 2, 'area': 12}


class Slotted:
    __slots__ = ("x",)

    @cached_property
    def y(self):
        return 1


show(lambda: Slotted().y)  # expect: TypeError: No '__dict__' attribute on 'Slotted' instance to cache 'y' property.


class Slow:
    started = threading.Event()
    times = 0

    @cached_property
    def value(self):
        Slow.times += 1
        Slow.started.set()
        other.join(0.2)
        return Slow.times


slow = Slow()
seen = []
other = threading.Thread(target=lambda: (Slow.started.wait(), seen.append(slow.value)))
other.start()
seen.append(slow.value)
other.join()
print(seen, Slow.times)  # expect: [1, 1] 1


@lru_cache
def twice(value, *, by=2):
    return value * by


twice(1), twice(1.0), twice(True), twice(1, by=2), twice(1)
print(twice.cache_info())  # expect: CacheInfo(hits=2, misses=3, maxsize=128, currsize=3)
