"""list[int] and its like are types.GenericAlias; classes with Generic show what they were subscripted with."""
import collections
import copy
import pickle
import queue
import types
import typing
from typing import Dict, Generic, List, TypeVar

print(list[int], dict[str, list[int]], tuple[int, ...], type[int], set[int] | None)
# expect: list[int] dict[str, list[int]] tuple[int, ...] type[int] set[int] | None
print(type(list[int]) is types.GenericAlias, list[int].__origin__, dict[str, int].__args__)
# expect: True <class 'list'> (<class 'str'>, <class 'int'>)
print(list[int] == list[int], list[int] != list[str], len({list[int], list[int]}))  # expect: True True 1
print(list[int]((1, 2)), dict[str, int](a=1), list[int].__name__ if False else "")  # expect: [1, 2] {'a': 1} 
print(queue.Queue[int], collections.deque[int], collections.abc.Iterable[int], collections.OrderedDict[str, int])
# expect: queue.Queue[int] collections.deque[int] collections.abc.Iterable[int] collections.OrderedDict[str, int]
print(pickle.loads(pickle.dumps(list[int])), copy.deepcopy(dict[str, int]))  # expect: list[int] dict[str, int]
for check in (isinstance, issubclass):
    try:
        check(1 if check is isinstance else int, list[int])
    except TypeError as error:
        print(error)
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: issubclass() argument 2 cannot be a parameterized generic


class Numbers(list[int]):
    pass


print(Numbers.__bases__, Numbers([1]))  # expect: (<class 'list'>,) [1]


def add(numbers: list[int], names: "dict[str, int]" = {}) -> tuple[int, str]:
    pass


print(add.__annotations__)
# expect: {'numbers': list[int], 'names': 'dict[str, int]', 'return': tuple[int, str]}
print(typing.get_origin(list[int]), typing.get_args(dict[str, int]), typing.get_args(int | str), typing.get_origin(int | str))
# expect: <class 'list'> (<class 'str'>, <class 'int'>) (<class 'int'>, <class 'str'>) <class 'types.UnionType'>

T = TypeVar("T")
print(list[T], list[T].__parameters__, list[T][int], dict[str, T][int])  # expect: list[~T] (~T,) list[int] dict[str, int]


class Stack(Generic[T]):
    def __init__(self):
        self.items = []

    @classmethod
    def of(cls, *items):
        made = cls()
        made.items = list(items)
        return made


print(Stack[int], Stack[T][str], Dict[str, Stack[int]])
# expect: __main__.Stack[int] __main__.Stack[str] typing.Dict[str, __main__.Stack[int]]
print(Stack[int]().__orig_class__, Stack[int].of(1, 2).items, vars(Stack()))  # expect: __main__.Stack[int] [1, 2] {'items': []}


class Named(Stack[str]):
    pass


print(Named.__bases__, List[int])  # expect: (<class '__main__.Stack'>,) typing.List[int]
try:
    int[str]
except TypeError as error:
    print(error)  # expect: type 'int' is not subscriptable
