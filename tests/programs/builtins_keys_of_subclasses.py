"""Keys of classes that derive from str, int or tuple and say themselves how they are hashed and compared."""


class Name(str):
    def __eq__(self, other):
        return self.lower() == other.lower()

    def __hash__(self):
        return hash(self.lower())


class Clock(int):
    def __eq__(self, other):
        return int(self) % 12 == int(other) % 12

    def __hash__(self):
        return hash(int(self) % 12)


class Pair(tuple):
    def __eq__(self, other):
        return sorted(self) == sorted(other)

    def __hash__(self):
        return hash(tuple(sorted(self)))


ages = {Name("Kim"): 30, Name("Lee"): 40}
print(ages[Name("KIM")], ages.get(Name("lEE")), Name("PARK") in ages)  # expect: 30 40 False
ages[Name("LEE")] = 41
print(ages, len({Name("a"), Name("A"), Name("b")}))  # expect: {'Kim': 30, 'Lee': 41} 2
del ages[Name("kIM")]
print(list(ages), ages.pop(Name("lee")), ages)  # expect: ['Lee'] 41 {}
print({Clock(3): "three"}[Clock(15)], Clock(1) in {Clock(13)})  # expect: three True
edges = {Pair((1, 2)): "edge"}
print(edges[Pair((2, 1))], edges.setdefault(Pair((2, 1)), "new"), {(Name("x"), 1): 5}[(Name("X"), 1)])
# expect: edge edge 5


class Hashed:
    def __hash__(self):
        return 1


class Code(str, Hashed):
    pass


print({"a": 1}[Code("a")], hash(Code("a")) == hash("a"), Code("b") in {"b"})  # expect: 1 True True
