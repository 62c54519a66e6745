# Picklers with an opinion of their own: names for what is kept elsewhere, other ways to reduce, and what may be loaded.
import collections
import copyreg
import io
import pickle


def attempt(label, work):
    try:
        print(label, work())
    except Exception as error:
        print(label, type(error).__name__, error)


class Account:
    def __init__(self, key, owner):
        self.key, self.owner = key, owner

    def __repr__(self):
        return f"Account({self.key}, {self.owner!r})"


ACCOUNTS = {number: Account(number, owner) for number, owner in ((1, "Ann"), (2, "Bob"))}


class ByKey(pickle.Pickler):
    def persistent_id(self, obj):
        return f"account {obj.key}" if isinstance(obj, Account) else None


class FromKey(pickle.Unpickler):
    def persistent_load(self, pid):
        kind, key = pid.split()
        if kind != "account":
            raise pickle.UnpicklingError(f"no {kind} here")
        return ACCOUNTS[int(key)]


def through(pickler, unpickler, obj, protocol=None):
    stream = io.BytesIO()
    pickler(stream, protocol).dump(obj)
    return unpickler(io.BytesIO(stream.getvalue())).load()


for protocol in range(6):
    first, (second, text), table = through(ByKey, FromKey, [ACCOUNTS[1], (ACCOUNTS[2], "x"), {"a": ACCOUNTS[1]}], protocol)
    print(protocol, first is ACCOUNTS[1], second is ACCOUNTS[2], text, table["a"] is first)
attempt("nobody knows", lambda: through(ByKey, pickle.Unpickler, ACCOUNTS[1]))


class Tuples(pickle.Pickler):
    def persistent_id(self, obj):
        return ("odd", str(obj)) if isinstance(obj, int) and obj % 2 else None


class Odd(pickle.Unpickler):
    def persistent_load(self, pid):
        return "minus " + pid[1]


print(through(Tuples, Odd, [1, 2, [3, (4, 5)], {6: 7}, True]))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def reduce_point(point):
    return Point, (point.x * 10, point.y * 10)


class Tens(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Point] = reduce_point


def make_pickler(stream, protocol):
    pickler = pickle.Pickler(stream, protocol)
    pickler.dispatch_table = collections.ChainMap({Point: lambda point: (Point, (0, point.y))}, copyreg.dispatch_table)
    return pickler


class Overriding(pickle.Pickler):
    asked = []

    def reducer_override(self, obj):
        self.asked.append(getattr(obj, "__name__", type(obj).__name__))
        if isinstance(obj, Point):
            return Point, ("over", obj.y)
        if obj is len:
            return max, ((1, 2),)
        return NotImplemented


shared = Point(1, 2)
print(through(Tens, pickle.Unpickler, [shared, shared]), through(make_pickler, pickle.Unpickler, (shared, {1: shared})))
points = through(Overriding, pickle.Unpickler, [shared, shared, len, Account(3, "Eve"), "text", 4.5])
print(points, points[0] is points[1], Overriding.asked)


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) in (("builtins", "range"), ("__main__", "Point")):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")


for value in ([range(3), Point(1, 2)], print, [Account(1, "x")], b"cos\nsystem\n(S'true'\ntR."):
    data = value if isinstance(value, bytes) else pickle.dumps(value)
    attempt("careful", lambda: Careful(io.BytesIO(data)).load())


class Forgetful(pickle.Pickler):
    def __init__(self):
        pass


attempt("forgetful", lambda: Forgetful().dump(1))
attempt("non-ASCII", lambda: through(lambda stream, protocol: ByKey(stream, 0), FromKey, Account("\u20ac", "x")))

# expect: 0 True True x True
# expect: 1 True True x True
# expect: 2 True True x True
# expect: 3 True True x True
# expect: 4 True True x True
# expect: 5 True True x True
# expect: nobody knows UnpicklingError A load persistent id instruction was encountered,
# expect: but no persistent_load function was specified.
# expect: ['minus 1', 2, ['minus 3', (4, 'minus 5')], {6: 'minus 7'}, 'minus True']
# expect: [Point(10, 20), Point(10, 20)] (Point(0, 2), {1: Point(0, 2)})
# expect: [Point(over, 2), Point(over, 2), 2, Account(3, 'Eve'), 'text', 4.5] True ['Point', 'Point', 'len', 'max', 'Account', 'Account']
# expect: careful [range(0, 3), Point(1, 2)]
# expect: careful UnpicklingError global 'builtins.print' is forbidden
# expect: careful UnpicklingError global '__main__.Account' is forbidden
# expect: careful UnpicklingError global 'os.system' is forbidden
# expect: forgetful PicklingError Pickler.__init__() was not called by Forgetful.__init__()
# expect: non-ASCII PicklingError persistent IDs in protocol 0 must be ASCII strings
