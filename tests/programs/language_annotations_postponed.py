"""`from __future__ import annotations` keeps annotations as texts, written anew: blanks and quotes are CPython's, not the program's."""
from __future__ import annotations

import inspect
import typing
from typing import *


def first(a: Dict[str,int], b: "Node"=None, c: int|None=1, d: Literal["x",'y', 1,b"z"]=2, *args: Tuple[int , ...]) -> List[ "T" ]:
    pass


def second(a: (int), b: typing . Optional[int], c: Tuple[()], d: Tuple[int,], e: int|(str|None), f: "it's", g: [int,str], h: 1.5): ...


for function in (first, second):
    for text in function.__annotations__.values():
        print(text)
# expect: Dict[str, int]
# expect: 'Node'
# expect: int | None
# expect: Literal['x', 'y', 1, b'z']
# expect: Tuple[int, ...]
# expect: List['T']
# expect: int
# expect: typing.Optional[int]
# expect: Tuple[()]
# expect: Tuple[int,]
# expect: int | (str | None)
# expect: "it's"
# expect: [int, str]
# expect: 1.5


class Fields(TypedDict, total=False):
    x: int
    y: Dict[str,int]


class Row(NamedTuple):
    name: str
    next: Row = None


print(Fields.__annotations__, Fields.__total__)
# expect: {'x': ForwardRef('int', module='__main__'), 'y': ForwardRef('Dict[str, int]', module='__main__')} False
print(Row.__annotations__)  # expect: {'name': ForwardRef('str'), 'next': ForwardRef('Row')}
print(get_type_hints(Row)["name"], inspect.signature(first).return_annotation)  # expect: <class 'str'> List['T']
