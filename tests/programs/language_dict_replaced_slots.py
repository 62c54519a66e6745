# A slot stays the object's own where a dict is in the place of its attributes; vars() asks as a look-up does.
class Mixed:
    __slots__ = ("slot", "__dict__")


mixed = Mixed()
mixed.name = 1
mixed.__dict__ = {"other": 2}
mixed.slot = 3
mixed.__dict__["slot"] = 4
print(mixed.slot, mixed.other, mixed.__dict__, hasattr(mixed, "name"))
del mixed.slot
print(hasattr(mixed, "slot"), mixed.__dict__)


class Answers:
    __slots__ = ()

    def __getattribute__(self, name):
        return {"seen": name} if name == "__dict__" else object.__getattribute__(self, name)


class Refuses:
    __slots__ = ()

    @property
    def __dict__(self):
        raise AttributeError("no")


print(vars(Answers()))
try:
    vars(Refuses())
except TypeError as error:
    print(error)
# expect: 3 2 {'other': 2, 'slot': 4} False
# expect: False {'other': 2, 'slot': 4}
# expect: {'seen': '__dict__'}
# expect: vars() argument must have __dict__ attribute
