# expect: True A None True
# expect: called True
# expect: 1 0 ['k'] []
# expect: 1 True 0
# expect: 1 0
# expect: 7 8 ReferenceError weakly-referenced object no longer exists
# expect: finalized x 1
# expect: False True None
# expect: bound None
# expect: TypeError cannot create weak reference to 'int' object
# expect: at exit
import weakref


class A:
    def method(self):
        return "bound"


a = A()
r = weakref.ref(a)
alive = r() is a
name = type(r()).__name__
del a
print(alive, name, r(), isinstance(r, weakref.ref))
b = A()
r = weakref.ref(b, lambda ref: print("called", ref() is None))
del b
values = weakref.WeakValueDictionary()
c = A()
values["k"] = c
before, keys = len(values), list(values)
del c
print(before, len(values), keys, list(values.items()))
names = weakref.WeakKeyDictionary()
d = A()
names[d] = "v"
before, found = len(names), d in names
del d
print(before, found, len(names))
items = weakref.WeakSet()
e = A()
items.add(e)
items.add(e)
before = len(items)
del e
print(before, len(items))
f = A()
f.x = 7
p = weakref.proxy(f)
seen = p.x
p.x = 8
changed = f.x
del f
try:
    p.x
except ReferenceError as error:
    print(seen, changed, type(error).__name__, error)
g = A()
done = weakref.finalize(g, print, "finalized", "x", 1)
alive = done.alive
del g
print(done.alive, alive, done())
h = A()
m = weakref.WeakMethod(h.method)
text = m()()
del h
print(text, m())
try:
    weakref.ref(1)
except TypeError as error:
    print(type(error).__name__, error)
i = A()
weakref.finalize(i, print, "at exit")
