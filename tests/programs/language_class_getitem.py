from typing import Dict, List, Optional


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item.__name__}"

    def __init__(self, items: list[int], names: dict[str, list[int]] | None = None) -> None:
        self.items: list[int] = items
        self.names = names


print(Box[int], Box([1]).items)  # expect: Box of int [1]


def total(values: list[int], extra: Optional[int] = None, more: Dict[str, List[int]] = {}) -> tuple[int, ...]:
    count: int = 0
    for value in values:
        count += value
    return count, extra


print(total([1, 2, 3]))  # expect: (6, None)
x: int | str = 5
print(x, list[int]((1, 2)), int | None)  # expect: 5 [1, 2] int | None
try:
    int[5]
except TypeError as error:
    print(error)  # expect: type 'int' is not subscriptable
