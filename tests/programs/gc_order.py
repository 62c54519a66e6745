# The order in which garbage goes: weak references first, then every __del__, and what was put somewhere stays.
import gc
import weakref

gc.collect()
gc.disable()
kept = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, "other", getattr(self.other, "name", None), "weak", reference and reference())


def pair(first, second):
    one, two = Node(first), Node(second)
    one.other, two.other = two, one
    return one


reference = None
one = pair("a", "b")
reference = weakref.ref(one, lambda gone: print("callback", gone() is None))
inner = weakref.ref(one.other)
del one
print(reference() is None, inner() is None)
print("collected", gc.collect())
print(reference() is None, inner() is None)


class Phoenix:
    def __init__(self):
        self.me = self
        self.burned = 0

    def __del__(self):
        self.burned += 1
        print("burns", self.burned)
        kept.append(self)


Phoenix()
print("collected", gc.collect())
print(len(kept), kept[0].burned, kept[0].me is kept[0], gc.is_finalized(kept[0]))
kept.clear()
print("collected", gc.collect())


# A weak reference that is garbage itself calls nobody.
class Holder:
    pass


def forgotten():
    holder = Holder()
    holder.me = holder
    holder.weak = weakref.ref(holder, lambda gone: print("never"))


forgotten()
gc.collect()


class Failing:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError("ignored")


# What hangs on garbage goes with it.
class Leaf:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("leaf", self.name, hasattr(self, "other"))


def tree():
    holder = Holder()
    holder.me = holder
    holder.leaves = [Leaf("x"), Leaf("y")]


tree()
print("before")
gc.collect()
print("after")


def generator():
    try:
        other = yield
        yield
    finally:
        print("closed")


def closed():
    made = generator()
    next(made)
    made.send(made)


def held_by_cycle():
    holder = Holder()
    holder.me = holder
    holder.made = generator()
    next(holder.made)


held_by_cycle()
print("before")
gc.collect()
print("after")
table = weakref.WeakValueDictionary()
items = weakref.WeakSet()


def entered():
    holder = Holder()
    holder.me = holder
    table["key"] = holder
    items.add(holder)


entered()
print(len(table), len(items))
gc.collect()
print(len(table), len(items))
finalizer = weakref.finalize(holder := Holder(), print, "finalized")
holder.me = holder
del holder
print(finalizer.alive)
gc.collect()
print(finalizer.alive)

# expect: False False
# expect: callback True
# expect: del a other b weak None
# expect: del b other a weak None
# expect: collected 2
# expect: True True
# expect: burns 1
# expect: collected 0
# expect: 1 1 True True
# expect: collected 1
# expect: before
# expect: leaf x False
# expect: leaf y False
# expect: after
# expect: before
# expect: closed
# expect: after
# expect: 1 1
# expect: 0 0
# expect: True
# expect: finalized
# expect: False
