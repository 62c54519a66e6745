from __future__ import annotations


def function(a: int, b: Undefined = 5, *args: str, c: "quoted" = 1, **kw: dict[str, Nothing]) -> list[Missing]:
    local: AlsoMissing = 3
    return a + b + local


print(function(1), function.__annotations__["a"], function.__annotations__["return"])  # expect: 9 int list[Missing]
print(sorted(function.__annotations__))  # expect: ['a', 'args', 'b', 'c', 'kw', 'return']


class Record:
    name: str
    size: int = 0
    other: Unknown.thing

    def method(self: Record) -> Record:
        return self


print(Record.__annotations__, Record.size, hasattr(Record, "name"))
# expect: {'name': 'str', 'size': 'int', 'other': 'Unknown.thing'} 0 False
top: int = 5
bare: float
print(__annotations__["top"], __annotations__["bare"], "bare" in globals())  # expect: int float False
(parenthesised): int = 3
Record.size: int = 8
print(parenthesised, Record.size)  # expect: 3 8
