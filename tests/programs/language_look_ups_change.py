# What a look-up found is looked up anew where a class, an instance or a module has changed meanwhile.
import math


class Base:
    kind = "base"

    def name(self):
        return "base"

    @property
    def size(self):
        return self._size


class Middle(Base):
    def name(self):
        return "middle of " + super().name()


class Leaf(Middle):
    def name(self):
        return "leaf of " + super().name()

    def __getattr__(self, name):
        return "no " + name


def show(thing):
    return thing.name(), thing.kind


base, leaf = Base(), Leaf()
base._size = 4
print([show(thing) for thing in (base, leaf, base)], base.size, leaf.size)
Base.name = lambda self: "new base"
Base.kind = 7
print(show(base), show(leaf))
leaf.name = lambda: "own"
leaf.kind = [1]
print(show(leaf), show(Leaf()))
Base.size = 5
print(base.size, leaf.size)
del Middle.name
print(show(Leaf()), show(Middle()))
for value in (4, 9):
    print(math.sqrt(value))
    math.sqrt = math.floor

# expect: [('base', 'base'), ('leaf of middle of base', 'base'), ('base', 'base')] 4 no _size
# expect: ('new base', 7) ('leaf of middle of new base', 7)
# expect: ('own', [1]) ('leaf of middle of new base', 7)
# expect: 5 5
# expect: ('leaf of new base', 7) ('new base', 7)
# expect: 2.0
# expect: 9
