# expect: made a
# expect: del a
# expect: after
# expect: made b
# expect: made c
# expect: del b
# expect: replaced
# expect: in function
# expect: made d
# expect: del d
# expect: returned
# expect: made e
# expect: alive e True
# expect: del e
# expect: False
# expect: end
# expect: del c
class Thing:
    def __init__(self, name):
        self.name = name
        print("made", name)

    def __del__(self):
        print("del", self.name)


a = Thing("a")
del a
print("after")
b = Thing("b")
b = Thing("c")
print("replaced")


def work():
    print("in function")
    d = Thing("d")


work()
print("returned")
kept = []


class Phoenix(Thing):
    def __del__(self):
        kept.append(self)
        super().__del__()


e = Phoenix("e")
print("alive", e.name, not kept)
e = None
print(not kept)
kept.clear()
print("end")
