# Parameters and original bases of generic classes.
import types
from collections.abc import MutableSequence
from typing import Dict, Generic, List, NamedTuple, Optional, TypeVar, Union

K = TypeVar("K")
V = TypeVar("V")


class Pair(Generic[K, V]):
    pass


class Same(Pair[K, K]):
    pass


class Numbers(Pair[int, float], Dict[str, List[V]]):
    pass


class Point(NamedTuple, Generic[V]):
    x: V
    y: V


print(Pair.__parameters__, Same.__parameters__, Numbers.__parameters__, Pair[int, V].__parameters__, Point[int], Point(1, 2))
print(Pair.__orig_bases__, Numbers.__orig_bases__, [base.__name__ for base in Numbers.__mro__])
for text in ("Pair[int]", "Same[int, str]", "type('Q', (Pair[int, str],), {})", "types.new_class('N', (Pair[int, str],))[int]",
             "Generic[int]", "Generic[K, K]"):
    try:
        print(eval(text))
    except TypeError as error:
        print(error)
try:
    class Bare(Generic):
        pass
except TypeError as error:
    print(error)


class Turned(Pair[K, V], Generic[V, K]):
    pass


for bases in ("Pair[K, V], Generic[V]", "Generic[K], Generic[V]"):
    try:
        exec(f"class Bad({bases}): pass")
    except TypeError as error:
        print(error)
print(Turned.__parameters__, Dict[str, K][int], Dict[K, List[V]][int, str], Pair[int, List[V]][str], Optional[K][int], Union[K, V][int, str])
print(types.resolve_bases((Pair[int, str], int)), types.prepare_class("X", (Pair,), {"a": 1}))

# expect: (~K, ~V) (~K,) (~V,) (~V,) __main__.Point[int] Point(x=1, y=2)
# expect: (typing.Generic[~K, ~V],) (__main__.Pair[int, float], typing.Dict[str, typing.List[~V]]) ['Numbers', 'Pair', 'dict', 'Generic', 'object']
# expect: Too few arguments for <class '__main__.Pair'>; actual 1, expected 2
# expect: Too many arguments for <class '__main__.Same'>; actual 2, expected 1
# expect: type() doesn't support MRO entry resolution; use types.new_class()
# expect: <class 'types.N'> is not a generic class
# expect: Parameters to Generic[...] must all be type variables or parameter specification variables.
# expect: Parameters to Generic[...] must all be unique
# expect: Cannot inherit from plain Generic
# expect: Some type variables (~K) are not listed in Generic[~V]
# expect: Cannot inherit from Generic[...] multiple times.
# expect: (~V, ~K) typing.Dict[str, int] typing.Dict[int, typing.List[str]] __main__.Pair[int, typing.List[str]] typing.Optional[int] typing.Union[int, str]
# expect: (<class '__main__.Pair'>, <class 'int'>) (<class 'type'>, {}, {'a': 1})
