# expect: Point(x=1, y=2) 3 Point(x=5, y=0) True
# expect: Pair(a=1, b='x') ('a', 'b')
# expect: {'name': 'x', 'year': 1} dict True
# expect: [('n', 'int'), ('text', 'str')] True
# expect: ok
from typing import (Annotated, Any, ClassVar, DefaultDict, Deque, Final, Literal, NamedTuple, Self, TypeAlias, TypedDict,
                    final, get_type_hints, runtime_checkable)


class Point(NamedTuple):
    x: int
    y: int = 0

    def total(self):
        return self.x + self.y


p = Point(1, 2)
print(p, p.total(), Point(5), isinstance(p, tuple))
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"), Pair._fields)


class Movie(TypedDict):
    name: str
    year: int


m = Movie(name="x", year=1)
print(m, type(m).__name__, "name" in Movie.__annotations__)


def work(n: "int", text: str):
    pass


hints = get_type_hints(work)
print([(name, hint.__name__) for name, hint in hints.items()], hints["n"] is int)
Vector: TypeAlias = list[float]
counts: DefaultDict[str, int]
queue: Deque[Annotated[int, "small"]]


@final
class Last:
    limit: ClassVar[int] = 3
    kind: Literal["a", "b"] = "a"

    def me(self) -> Self:
        return self


print("ok" if Last().me().limit == 3 else "wrong")
