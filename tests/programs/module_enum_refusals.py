"""What enumerations refuse, and methods of classes and of objects that show themselves."""
import enum
import warnings

warnings.simplefilter("error")


class Color(enum.Enum):
    RED = 1

    def shade(self):
        pass


for name in ("value", "name"):
    try:
        setattr(Color.RED, name, 5)
    except AttributeError as error:
        print(error)
# expect: <enum 'Enum'> cannot set attribute 'value'
# expect: <enum 'Enum'> cannot set attribute 'name'
try:
    1 in Color
except DeprecationWarning as warning:
    print(warning)
# expect: in 3.12 __contains__ will no longer raise TypeError, but will return True or
# expect: False depending on whether the value is a member or the value of a member
warnings.simplefilter("ignore")
try:
    1 in Color
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for 'in': 'int' and 'EnumType'
Color.RED.note = "more"
print(Color.RED.note, Color.__iter__, Color.RED.shade)
# expect: more <bound method EnumType.__iter__ of <enum 'Color'>> <bound method Color.shade of <Color.RED: 1>>


class Meta(type):
    def make(cls):
        pass


class Made(metaclass=Meta):
    def __repr__(self):
        return "Made()"

    def method(self):
        pass

    @classmethod
    def of_class(cls):
        pass


print(Made.make, Made.of_class, Made().method)
# expect: <bound method Meta.make of <class '__main__.Made'>> <bound method Made.of_class of <class '__main__.Made'>> <bound method Made.method of Made()>
