"""Objects without attributes, what code objects tell, where a syntax error was found, complex numbers in patterns."""
import functools
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

try:
    object().name = 1
except AttributeError as error:
    print(error)  # expect: 'object' object has no attribute 'name'


def outer(a, /, b, *rest, key=1, **others):
    def inner():
        yield a
    local = inner
    return local


code = outer.__code__
print(code.co_varnames[:5], code.co_cellvars, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags & 12)
# expect: ('a', 'b', 'key', 'rest', 'others') ('a',) 1 1 12
print(outer(1, 2).__code__.co_freevars, outer(1, 2).__code__.co_flags & 0x30)  # expect: ('a',) 48
for text in ("x = = 1", "if 1:\nx = 2", "return"):
    try:
        compile(text, "/some/file.py", "exec")
    except SyntaxError as error:
        print(error, "|", error.msg, error.lineno, error.args[0])
# expect: invalid syntax (file.py, line 1) | invalid syntax 1 invalid syntax
# expect: expected an indented block after 'if' statement on line 1 (file.py, line 2) | expected an indented block after 'if' statement on line 1 2 expected an indented block after 'if' statement on line 1
# expect: 'return' outside function (file.py, line 1) | 'return' outside function 1 'return' outside function
print(SyntaxError("own text"))  # expect: own text


def name(value):
    match value:
        case 1 + 2j | -1 - 1j:
            return "complex"
        case -2 | 3j:
            return "other"


print(name(1 + 2j), name(-1 - 1j), name(3j), name(-2), name(2))  # expect: complex complex other other None


@dataclass
class Point:
    x: int
    y: int = 0
    ORIGIN: ClassVar[int] = 5


print(Point.__match_args__)  # expect: ('x', 'y')
print(MappingProxyType({"a": 1}), [MappingProxyType({"a": 1})])  # expect: {'a': 1} [mappingproxy({'a': 1})]
print(sorted("bca", key=functools.cmp_to_key(lambda a, b: ord(b) - ord(a))))  # expect: ['c', 'b', 'a']
