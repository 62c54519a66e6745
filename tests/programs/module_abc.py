"""Abstract classes: who may be instantiated, and registered subclasses."""
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """How large."""

    @property
    @abstractmethod
    def name(self):
        pass

    def describe(self):
        return f"{self.name}: {self.area()}"


class Half(Shape):
    def area(self):
        return 1


class Square(Half):
    def __init__(self, side):
        self.side = side

    @property
    def name(self):
        return "square"

    def area(self):
        return self.side ** 2


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
# expect: Can't instantiate abstract class Shape with abstract methods area, name
# expect: Can't instantiate abstract class Half with abstract method name
print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Half, Shape))  # expect: square: 9 True True
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), type(Shape) is ABCMeta)
# expect: ['area', 'name'] ['name'] True
