# What goes with a list or a tuple goes from its last item on; a weak reference that goes first says nothing any more.
import weakref


class Noted:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print("gone", self.number)


class Plain:
    pass


def said(reference):
    print("callback", reference() is None)


numbers = [Noted(1), Noted(2), Noted(3)]
del numbers
pair = (Noted(4), Noted(5))
del pair
by_key = {1: Noted(6), 2: Noted(7)}
del by_key
numbers = [Noted(8), Noted(9)]
numbers.clear()
print("lists with a weak reference")
target = Plain()
held = [weakref.ref(target, said), target]
del target, held
target = Plain()
held = [target, weakref.ref(target, said)]
del target, held
print("dicts and instances with one")
target = Plain()
held = {1: weakref.ref(target, said), 2: target}
del target, held
target = Plain()
held = {2: target, 1: weakref.ref(target, said)}
del target, held
holder = Plain()
target = Plain()
holder.reference = weakref.ref(target, said)
holder.target = target
del target, holder
print("end")
# expect: gone 3
# expect: gone 2
# expect: gone 1
# expect: gone 5
# expect: gone 4
# expect: gone 6
# expect: gone 7
# expect: gone 9
# expect: gone 8
# expect: lists with a weak reference
# expect: callback True
# expect: dicts and instances with one
# expect: callback True
# expect: end
