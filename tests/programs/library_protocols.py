"""typing.Protocol: who counts as one, and what may not be asked; get_type_hints."""
from typing import Annotated, Optional, Protocol, get_type_hints, runtime_checkable


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


@runtime_checkable
class Flies(Protocol):
    def fly(self) -> str: ...


@runtime_checkable
class Sings(Flies, Protocol):
    loudness: int

    def sing(self) -> str: ...


class Named(Protocol):
    name: str


class Duck:
    def fly(self):
        return "flap"


class Lark(Duck):
    loudness = 3

    def sing(self):
        return "la"


class Rock:
    fly = None


class Official(Flies):
    def __init__(self, number):
        self.number = number


class Plain(Flies):
    pass


print([isinstance(each, Flies) for each in (Duck(), Lark(), Rock(), Official(1), 5)])
# expect: [True, True, False, True, False]
print([issubclass(each, Flies) for each in (Duck, Lark, Rock, Official, int)])
# expect: [True, True, False, True, False]
print([isinstance(each, Sings) for each in (Duck(), Lark())], Official(7).number, type(Plain()).__name__)
# expect: [False, True] 7 Plain
show(lambda: issubclass(Lark, Sings))  # expect: TypeError: Protocols with non-method members don't support issubclass()
show(lambda: isinstance(Duck(), Named))
# expect: TypeError: Instance and class checks can only be used with @runtime_checkable protocols
show(lambda: issubclass(Duck, Named))
# expect: TypeError: Instance and class checks can only be used with @runtime_checkable protocols
show(lambda: Flies())  # expect: TypeError: Protocols cannot be instantiated
show(lambda: runtime_checkable(Duck))
# expect: TypeError: @runtime_checkable can be only applied to protocol classes, got <class '__main__.Duck'>
try:
    class Wrong(Duck, Protocol):
        pass
except TypeError as error:
    print(str(error).replace("__main__.", ""))
# expect: Protocols can only inherit from other protocols, got <class 'Duck'>


class Node:
    next: "Optional[Node]"
    weight: Annotated[int, "kilograms"]

    @classmethod
    def make(cls, value: "int") -> "str": ...


print(str(get_type_hints(Node)).replace("__main__.", ""), get_type_hints(Node, include_extras=True)["weight"])
# expect: {'next': typing.Optional[Node], 'weight': <class 'int'>} typing.Annotated[int, 'kilograms']
print(get_type_hints(Node.make), get_type_hints(Node.__dict__["make"]))
# expect: {'value': <class 'int'>, 'return': <class 'str'>} {'value': <class 'int'>, 'return': <class 'str'>}
show(lambda: get_type_hints(5))  # expect: TypeError: 5 is not a module, class, method, or function.
print(show.__globals__["Node"] is Node)  # expect: True
