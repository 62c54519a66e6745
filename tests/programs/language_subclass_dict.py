class Defaults(dict):
    def __missing__(self, key):
        self[key] = value = "made " + str(key)
        return value


d = Defaults(a=1)
print(d["a"], d["b"], d, len(d), d.get("c"), "c" in d, isinstance(d, dict))  # expect: 1 made b {'a': 1, 'b': 'made b'} 2 None False True


class Upper(dict):
    def __init__(self, *args, **kwargs):
        super().__init__()
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __contains__(self, key):
        return super().__contains__(key.upper())


u = Upper({"one": 1}, two=2)
u["three"] = 3
print(u, u["one"], "TWO" in u, "four" in u, u.get("ONE"), list(u), type(u).__name__)
# expect: {'ONE': 1, 'TWO': 2, 'THREE': 3} 1 True False 1 ['ONE', 'TWO', 'THREE'] Upper
u.extra = "attribute"
print(u.extra, dict(u), {**u}, u == {"ONE": 1, "TWO": 2, "THREE": 3})
# expect: attribute {'ONE': 1, 'TWO': 2, 'THREE': 3} {'ONE': 1, 'TWO': 2, 'THREE': 3} True
del u["ONE"]
try:
    u["one"]
except KeyError as error:
    print("KeyError", error)  # expect: KeyError 'ONE'


class Record(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value


r = Record(x=1)
r.y = 2
print(r.x, r.y, r, hasattr(r, "z"))  # expect: 1 2 {'x': 1, 'y': 2} False


# One that says how it is hashed can be a key.
class Key(dict):
    def __hash__(self):
        return hash(frozenset(self.items()))


class Row(list):
    def __hash__(self):
        return 6


class Compared(list):
    def __eq__(self, other):
        return True


one, other = Key(x=1), Key(x=1)
print({one: 1}[other], len({one, other}), one in {other}, {(one, 1): 3}[(other, 1)], frozenset([one]) == frozenset([other]))
print({Row([1]): 2}[Row([1])], Row() in {Row()}, Row() in set())
try:
    hash(Compared())
except TypeError as error:
    print(error)
# expect: 1 1 True 3 True
# expect: 2 True False
# expect: unhashable type: 'Compared'
