"""Values of every kind that is pickled, made the same way on both sides, and what must be true of them when they come back."""
import collections
import copyreg
import functools


class Plain:
    def __init__(self, value):
        self.value = value


class Stateful:
    def __init__(self, value):
        self.value = value

    def __getstate__(self):
        return {"kept": self.value}

    def __setstate__(self, state):
        self.value = state["kept"]


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value,)


class ReducedWithItems:
    def __init__(self):
        self.items, self.pairs = [], {}

    def append(self, item):
        self.items.append(item)

    def extend(self, items):
        self.items.extend(items)

    def __setitem__(self, key, value):
        self.pairs[key] = value

    def __reduce_ex__(self, protocol):
        return ReducedWithItems, (), {"protocol": protocol >= 0}, iter([1, 2, 3]), iter([("a", 1), ("b", [2])])


class WithArguments:
    def __new__(cls, first, second):
        made = object.__new__(cls)
        made.pair = first, second
        return made

    def __getnewargs__(self):
        return self.pair


class Refused(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


class Outer:
    class Inner:
        def __init__(self, value=3):
            self.value = value


class Registered:
    def __init__(self, value):
        self.value = value


def make_registered(value):
    return Registered(value)


copyreg.pickle(Registered, lambda made: (make_registered, (made.value,)))
Point = collections.namedtuple("Point", "x y")


def loop():
    made = [1]
    made.append(made)
    made.append((made, {"self": made}))
    return made


def knot():
    inner = Plain(None)
    inner.value = (inner, [inner])
    return inner


def shared():
    text, part = "shared text", ["part"]
    return [part, part, text, {"text": text, "part": part}, Plain(part), (text, part)]


def values():
    """(name, value, check of what comes back or None for equality)"""
    same_class = lambda cls: lambda back: type(back) is cls and back.value == 3
    yield "ints", [0, 1, -1, 127, 128, 255, 256, -129, 65535, 65536, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**63, -(2**63), 2**2000], None
    yield "floats", [0.0, -0.0, 1.5, -1e300, 5e-324, 0.1, float("inf"), 1e22, 123456789.123], None
    yield "texts", ["", "a", "한국어", "é\xff", "\U0001f600", "line\nbreak\\u1234\r\0\x1a'\"", "x" * 255, "y" * 256, "z" * 70000], None
    yield "bytes", [b"", b"a", bytes(range(256)), b"x" * 255, b"y" * 256, b"z" * 70000], None
    yield "constants", [None, True, False, ..., NotImplemented], None
    yield "tuples", [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((), ((),))], None
    yield "lists", [[], [1], [1, 2], list(range(1000)), list(range(1001)), list(range(2500)), [[]] * 3], None
    yield "dicts", [{}, {"a": 1}, {"a": 1, "b": [2]}, {n: n for n in range(1000)}, {n: n for n in range(1001)}, {(1, "k"): None}], None
    yield "sets", [set(), {1}, frozenset(), frozenset([2]), set(range(100))], None
    yield "ranges", [range(3), range(1, 10, 2), slice(1, None, 2)], None
    yield "named", [len, int, print, ValueError, KeyError, Plain, Outer.Inner, type(None), collections.OrderedDict, str, bytes, zip, range], None
    yield "exception", ValueError("text", 3), lambda back: type(back) is ValueError and back.args == ("text", 3)
    yield "os error", FileNotFoundError(2, "No such file"), lambda back: type(back) is FileNotFoundError and back.errno == 2
    yield "own exception", Refused(5, "no"), lambda back: type(back) is Refused and back.code == 5 and back.args == (5, "no")
    yield "plain", Plain(3), same_class(Plain)
    yield "stateful", Stateful(3), same_class(Stateful)
    yield "reduced", Reduced(3), same_class(Reduced)
    yield "registered", Registered(3), same_class(Registered)
    yield "nested class", Outer.Inner(), same_class(Outer.Inner)
    yield "with items", ReducedWithItems(), lambda back: (back.items, back.pairs, back.protocol) == ([1, 2, 3], {"a": 1, "b": [2]}, True)
    yield "with arguments", WithArguments(1, "two"), lambda back: back.pair == (1, "two")
    yield "named tuple", Point(1, [2]), lambda back: type(back) is Point and back == (1, [2])
    yield "collections", [collections.OrderedDict([("b", 1), ("a", 2)]), collections.Counter("hello"),
                          collections.deque([1, 2, 3]), collections.deque([1, 2], 5)], None
    yield "default dict", collections.defaultdict(list, {"k": [1]}), lambda back: back["new"] == [] and back["k"] == [1]
    yield "bound method", Plain(3).__init__, lambda back: back.__self__.value == 3
    yield "loop", loop(), lambda back: back[1] is back and back[2][0] is back and back[2][1]["self"] is back
    yield "knot", knot(), lambda back: back.value[0] is back and back.value[1][0] is back
    yield "shared", shared(), lambda back: back[0] is back[1] is back[3]["part"] is back[4].value is back[5][1]
