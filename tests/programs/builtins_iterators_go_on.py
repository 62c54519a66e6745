# What map, zip and the like of CPython give can be asked for the next item after an exception, and a StopIteration
# of the function they call is their end.
import itertools
import operator


def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Countdown:
    """Fails at zero, and goes on behind it."""

    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < -3:
            raise StopIteration
        return 6 // self.left


def items(iterator):
    found = []
    while True:
        try:
            found.append(next(iterator))
        except StopIteration:
            return found
        except (ValueError, ZeroDivisionError) as error:
            found.append(type(error).__name__)


print(items(map(int, ["1", "two", "3"])))
print(items(map(operator.floordiv, [1, 2, 4], [1, 0, 2])))
print(items(filter(int, ["0", "x", "1"])))
print(items(zip(Countdown(3), "abcdef")))
print(items(enumerate(Countdown(3), 10)))
print(items(itertools.chain(Countdown(3), [0])))
print(items(itertools.chain.from_iterable([Countdown(2), [7]])))
print(items(itertools.islice(Countdown(4), 1, 4)))
print(items(itertools.accumulate(Countdown(3))))
print(items(itertools.starmap(divmod, [(7, 2), (1, 0), (9, 4)])))
print(items(itertools.takewhile(int, ["1", "x", "2", "0", "3"])))
print(items(itertools.dropwhile(int, ["1", "x", "0", "y"])))
print(items(itertools.filterfalse(int, ["0", "x", "00"])))
print(items(itertools.pairwise(Countdown(3))))
print(items(itertools.zip_longest(Countdown(2), "ab", fillvalue="-")))
print(items(itertools.islice(itertools.cycle(Countdown(3)), 4)))
print(items(iter(iter([1, 0]).__next__, 0)))

print(list(map(next, [iter([1]), iter([]), iter([2])])))


def stop(*args):
    raise StopIteration


print(list(filter(stop, [1])), list(itertools.takewhile(stop, [1])), list(itertools.starmap(stop, [(1,)])))
print([item for item in map(stop, [1])])


def delegating():
    yield "before"
    yield from map(stop, [1])
    yield "behind"


print(list(delegating()))


class NoIterator:
    def __iter__(self):
        return 5


class NotIterable:
    __iter__ = None


def loop(value):
    for _ in value:
        pass


def unpack(value):
    first, second = value


for function in (iter, zip, enumerate, list, loop, unpack, itertools.cycle, itertools.tee, itertools.pairwise,
                 lambda value: map(str, value), lambda value: filter(None, value), lambda value: itertools.islice(value, 2)):
    tell(function, NoIterator())
    tell(function, NotIterable())

twice = iter([1, 2, 3])
next(twice)
for value in (twice, iter((1, 2)), iter("né"), iter({1: 2}), iter({1, 2}), iter(range(5)), iter(b"ab"), reversed([1, 2]),
              reversed({1: 2}), itertools.repeat(1, 5), itertools.repeat(1), map(str, [1]), zip([1])):
    print(operator.length_hint(value, 99), end=" ")
print()

first, second = itertools.tee(Countdown(3))


class Reader:
    def __iter__(self):
        return self

    def __next__(self):
        return next(first)


first, second = itertools.tee(Reader())
tell(next, first)
# expect: [1, 'ValueError', 3]
# expect: [1, 'ZeroDivisionError', 2]
# expect: ['ValueError', '1']
# expect: [(3, 'a'), (6, 'b'), 'ZeroDivisionError', (-6, 'c'), (-3, 'd'), (-2, 'e')]
# expect: [(10, 3), (11, 6), 'ZeroDivisionError', (12, -6), (13, -3), (14, -2)]
# expect: [3, 6, 'ZeroDivisionError', -6, -3, -2, 0]
# expect: [6, 'ZeroDivisionError', -6, -3, -2, 7]
# expect: [3, 6, 'ZeroDivisionError']
# expect: [3, 9, 'ZeroDivisionError', 3, 0, -2]
# expect: [(3, 1), 'ZeroDivisionError', (2, 1)]
# expect: ['1', 'ValueError', '2']
# expect: ['ValueError', '0', 'y']
# expect: ['0', 'ValueError', '00']
# expect: [(3, 6), 'ZeroDivisionError']
# expect: [(6, 'a'), 'ZeroDivisionError']
# expect: [3, 6, 'ZeroDivisionError']
# expect: [1]
# expect: [1]
# expect: [] [] []
# expect: []
# expect: ['before', 'behind']
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIterable' object is not iterable
# expect: 2 2 2 1 2 5 2 2 1 5 99 99 99 
# expect: RuntimeError cannot re-enter the tee iterator
