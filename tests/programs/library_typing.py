# typing: what annotations name, and what classes are made with it.
from typing import (Any, Callable, ClassVar, DefaultDict, Deque, Dict, Generic, Iterable, Iterator, List, Literal, NamedTuple, NewType,
                    NoReturn, Optional, Protocol, Sequence, Set, Tuple, Type, TypedDict, TypeVar, Union, cast, get_args,
                    get_origin, get_type_hints, runtime_checkable)

T = TypeVar("T")
Number = Union[int, float]
UserId = NewType("UserId", int)


class Stack(Generic[T]):
    count: ClassVar[int] = 0

    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Point(NamedTuple):
    x: int
    y: int = 0

    def length(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Film(TypedDict, total=False):
    name: str
    year: int


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


class Names(List[str]):
    pass


def parse(text: str, *, limit: Optional[int] = None) -> Dict[str, List[int]]:
    return {text: [limit or 0]}


print(Stack[int]().push(3).items, parse("a"), UserId(5), cast(int, "x"), T)
print(Point(3, 4), Point(1).y, Point(3, 4).length(), Point._fields, Point(1) == (1, 0), isinstance(Point(1), tuple))
film: Film = {"name": "A", "year": 1}
print(film, Film(name="B"), Film.__annotations__, Film.__total__)
print(isinstance(File(), Closes), isinstance(3, Closes), Names(["a"]), Names.__mro__[1], isinstance(Names(), list))
print(List[int], Dict[str, Any], Optional[int], Union[int, str, None], Callable[[int, str], bool], Tuple[int, ...], Number, Any)
print(Literal["a", 1], Type[int], Iterable[T], Sequence, Set[Point], Deque[int], DefaultDict[str, int], Iterator[None], NoReturn)
print(Union[int, int], Union[int, Union[str, int]], Optional[int] == Union[None, int], List[int] == List[int], List[int] == List[str])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Union[int, str]), get_origin(int), get_type_hints(parse))
Employee = NamedTuple("Employee", [("name", str), ("id", int)])
print(Employee("Kim", 3), Employee._fields)
# expect: [3] {'a': [0]} 5 x ~T
# expect: Point(x=3, y=4) 0 5.0 ('x', 'y') True True
# expect: {'name': 'A', 'year': 1} {'name': 'B'} {'name': <class 'str'>, 'year': <class 'int'>} False
# expect: True False ['a'] <class 'list'> True
# expect: typing.List[int] typing.Dict[str, typing.Any] typing.Optional[int] typing.Union[int, str, NoneType] typing.Callable[[int, str], bool] typing.Tuple[int, ...] typing.Union[int, float] typing.Any
# expect: typing.Literal['a', 1] typing.Type[int] typing.Iterable[~T] typing.Sequence typing.Set[__main__.Point] typing.Deque[int] typing.DefaultDict[str, int] typing.Iterator[NoneType] typing.NoReturn
# expect: <class 'int'> typing.Union[int, str] True True False
# expect: <class 'list'> (<class 'str'>, <class 'int'>) (<class 'int'>, <class 'str'>) None {'text': <class 'str'>, 'limit': typing.Optional[int], 'return': typing.Dict[str, typing.List[int]]}
# expect: Employee(name='Kim', id=3) ('name', 'id')
