# Annotations as texts, slots with inheritance, repr of what holds itself, and fields that are refused.
import abc
import dataclasses
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, make_dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

Item = TypeVar("Item")


def attempt(label, work):
    try:
        print(label, work())
    except Exception as error:
        print(label, type(error).__name__, error)


@dataclass
class Written:
    a: "int"
    b: "ClassVar[int]" = 2
    c: " typing.ClassVar " = 3
    d: "InitVar [int]" = 4
    e: "dataclasses.InitVar[str]" = "5"
    f: "other.ClassVar[int]" = 6
    _: "KW_ONLY"
    g: int = 7

    def __post_init__(self, d, e):
        self.sum = f"{self.a}{d}{e}"


print(Written(1, g=8), Written(1).sum, [each.name for each in fields(Written)])


@dataclass(slots=True)
class Base:
    x: int
    y: int = 5
    kind: str = field(default="base", init=False)


@dataclass(slots=True)
class Derived(Base):
    y: int
    z: int = 9


print(Base(1), Base.__slots__, Derived.__slots__, Derived(1, 2), Derived(1, 2).kind)


@dataclass
class Node:
    name: str
    next: "Node" = None
    others: list = field(default_factory=list)


node = Node("a")
node.next = node
node.others.append(node)
print(node, Node.__eq__.__qualname__, Node.__repr__.__qualname__, Node.__hash__)


@dataclass
class Own:
    self: int
    other: str = "o"


print(Own(3), Own(3) == Own(3), Own(other="x", self=2))


class Named:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return f"the {self.name} of {owner.__name__}"


@dataclass
class Descriptive:
    title: str = field(default=Named(), init=False)


print(Descriptive().title)


class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other):
        pass


@dataclass(order=True)
class Day(Ordered):
    year: int
    day: int


print(Day(2024, 3) < Day(2024, 5), Day.__abstractmethods__)


class HasSize(Protocol):
    size: int


@dataclass
class Box(HasSize, Generic[Item]):
    size: int


print(Box(3), attempt("protocol", lambda: HasSize(3)))
Pair = make_dataclass("Pair", [("left", Item), "right", ("more", int, 0)], bases=(Generic[Item],))
print(Pair(1, 2), Pair.__orig_bases__)
for wrong in (["a", "a"], ["for"], ["1a"], [("a", int, 1, 2)]):
    attempt(wrong, lambda: make_dataclass("Wrong", wrong))


def twice():
    @dataclass
    class Twice:
        _: KW_ONLY
        a: int
        __: KW_ONLY


def class_variable():
    @dataclass
    class Wrong:
        a: ClassVar[int] = field(kw_only=True)


attempt("twice", twice)
attempt("class variable", class_variable)
attempt("metadata", lambda: field(metadata=3))

# expect: Written(a=1, f=6, g=8) 145 ['a', 'f', 'g']
# expect: Base(x=1, y=5, kind='base') ('x', 'y', 'kind') ('z',) Derived(x=1, y=2, kind='base', z=9) base
# expect: Node(name='a', next=..., others=[...]) Node.__eq__ Node.__repr__ None
# expect: Own(self=3, other='o') True Own(self=2, other='x')
# expect: the title of Descriptive
# expect: True frozenset()
# expect: protocol TypeError Protocols cannot be instantiated
# expect: Box(size=3) None
# expect: Pair(left=1, right=2, more=0) (typing.Generic[~Item],)
# expect: ['a', 'a'] TypeError Field name duplicated: 'a'
# expect: ['for'] TypeError Field names must not be keywords: 'for'
# expect: ['1a'] TypeError Field names must be valid identifiers: '1a'
# expect: [('a', <class 'int'>, 1, 2)] TypeError Invalid field: ('a', <class 'int'>, 1, 2)
# expect: twice TypeError '__' is KW_ONLY, but KW_ONLY has already been specified
# expect: class variable TypeError field a is a ClassVar but specifies kw_only
# expect: metadata TypeError mappingproxy() argument must be a mapping, not int
