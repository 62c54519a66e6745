"""Which operand is asked first: a subclass on the right only where it has a method of its own; != asks __eq__ in turn."""


class Base:
    def __sub__(self, other):
        return "Base.__sub__"

    def __rsub__(self, other):
        return "Base.__rsub__"


class Same(Base):
    pass


class Own(Base):
    def __rsub__(self, other):
        return "Own.__rsub__"


print(Base() - Same(), Base() - Own(), Own() - Base(), Same() - Own())
# expect: Base.__sub__ Own.__rsub__ Base.__sub__ Base.__sub__
print(1 - Same(), Same() - 1)  # expect: Base.__rsub__ Base.__sub__


class Speaks:
    said = []

    def __eq__(self, other):
        Speaks.said.append(type(self).__name__ + ".__eq__")
        return NotImplemented


class SpeaksMore(Speaks):
    pass


class Different:
    def __ne__(self, other):
        Speaks.said.append("Different.__ne__")
        return NotImplemented


print(Speaks() != Different(), Speaks.said)  # expect: True ['Speaks.__eq__', 'Different.__ne__']
Speaks.said.clear()
print(Speaks() != 1, Speaks.said)  # expect: True ['Speaks.__eq__']
