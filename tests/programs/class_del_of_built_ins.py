"""__del__ of classes that derive from built-in ones."""
import collections
import queue


class Shelf(list):
    def __del__(self):
        print("Shelf with", len(self))


class Names(dict):
    def __del__(self):
        print("Names", dict(self))


class Word(str):
    def __del__(self):
        print("Word", str(self))


class Size(int):
    def __del__(self):
        print("Size", int(self))


class Ratio(float):
    def __del__(self):
        print("Ratio", float(self))


class Pair(tuple):
    def __del__(self):
        print("Pair", tuple(self))


class Odd(set):
    def __del__(self):
        print("Odd", sorted(self))


class Raw(bytearray):
    def __del__(self):
        print("Raw", bytes(self))


class Trouble(ValueError):
    def __del__(self):
        print("Trouble", self.args)


class Line(collections.deque):
    def __del__(self):
        print("Line", list(self))


class Inbox(queue.Queue):
    def __del__(self):
        print("Inbox", self.qsize())


class Plain(list):
    pass


for make, value in ((Shelf, [1, 2]), (Names, {"a": 1}), (Word, "text"), (Size, 4), (Ratio, 1.5), (Pair, (1, 2)), (Odd, {3, 1}),
                    (Raw, b"ab"), (Trouble, "reason"), (Line, "xy"), (Inbox, 3), (Plain, [1])):
    made = make(value)
    print(make.__name__, end=":")
    made = None
    print()
# expect: Shelf:Shelf with 2
# expect:
# expect: Names:Names {'a': 1}
# expect:
# expect: Word:Word text
# expect:
# expect: Size:Size 4
# expect:
# expect: Ratio:Ratio 1.5
# expect:
# expect: Pair:Pair (1, 2)
# expect:
# expect: Odd:Odd [1, 3]
# expect:
# expect: Raw:Raw b'ab'
# expect:
# expect: Trouble:Trouble ('reason',)
# expect:
# expect: Line:Line ['x', 'y']
# expect:
# expect: Inbox:Inbox 0
# expect:
# expect: Plain:


def work():
    try:
        raise Trouble("raised")
    except Trouble as error:
        print("caught", error)


work()
# expect: caught raised
# expect: Trouble ('raised',)
kept = []


class Phoenix(list):
    def __del__(self):
        print("kept again")
        kept.append(self)


Phoenix("ab")  # expect: kept again
print(kept, type(kept[0]).__name__)  # expect: [['a', 'b']] Phoenix
kept.clear()
round_about = Shelf()
round_about.append(Shelf("abc"))
round_about.pop()  # expect: Shelf with 3
del round_about  # expect: Shelf with 0
print("the last one goes at the end:")  # expect: the last one goes at the end:
last = Shelf("z")
# expect: Shelf with 1
