# What a call was given lives no longer than somebody has it: however the arguments were written, and whether the callee is
# built in, a class or a function.
class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "ends")


class Given:
    def __init__(self, thing):
        pass


def take(*args, **kwargs):
    pass


def spread(callee, name):
    arguments = (Told(name),)
    callee(*arguments, **{})
    arguments = None
    print("after", name)


def plain(callee, name):
    thing = Told(name)
    callee(thing, **{})
    thing = None
    print("after", name)


for round_number in range(3):
    for callee in id, repr, take, Given:
        spread(callee, f"spread to {callee.__name__} {round_number}")
        plain(callee, f"plain to {callee.__name__} {round_number}")


class Guard:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        pass


def guarded():
    with Guard(Told("guarded")):
        pass
    print("after guarded")


def ordered():
    things = [Told("key")]
    sorted(things, key=id)
    things = None
    print("after key")


guarded()
ordered()
# expect: spread to id 0 ends
# expect: after spread to id 0
# expect: plain to id 0 ends
# expect: after plain to id 0
# expect: spread to repr 0 ends
# expect: after spread to repr 0
# expect: plain to repr 0 ends
# expect: after plain to repr 0
# expect: spread to take 0 ends
# expect: after spread to take 0
# expect: plain to take 0 ends
# expect: after plain to take 0
# expect: spread to Given 0 ends
# expect: after spread to Given 0
# expect: plain to Given 0 ends
# expect: after plain to Given 0
# expect: spread to id 1 ends
# expect: after spread to id 1
# expect: plain to id 1 ends
# expect: after plain to id 1
# expect: spread to repr 1 ends
# expect: after spread to repr 1
# expect: plain to repr 1 ends
# expect: after plain to repr 1
# expect: spread to take 1 ends
# expect: after spread to take 1
# expect: plain to take 1 ends
# expect: after plain to take 1
# expect: spread to Given 1 ends
# expect: after spread to Given 1
# expect: plain to Given 1 ends
# expect: after plain to Given 1
# expect: spread to id 2 ends
# expect: after spread to id 2
# expect: plain to id 2 ends
# expect: after plain to id 2
# expect: spread to repr 2 ends
# expect: after spread to repr 2
# expect: plain to repr 2 ends
# expect: after plain to repr 2
# expect: spread to take 2 ends
# expect: after spread to take 2
# expect: plain to take 2 ends
# expect: after plain to take 2
# expect: spread to Given 2 ends
# expect: after spread to Given 2
# expect: plain to Given 2 ends
# expect: after plain to Given 2
# expect: guarded ends
# expect: after guarded
# expect: key ends
# expect: after key
