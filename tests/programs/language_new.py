class Counted:
    made = 0

    def __new__(cls, *args, **kwargs):
        cls.made += 1
        return super().__new__(cls)

    def __init__(self, name):
        self.name = name


print(Counted("a").name, Counted(name="b").name, Counted.made)  # expect: a b 2


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


print(Other())  # expect: not an instance


class Celsius(float):
    def __new__(cls, degrees):
        return super().__new__(cls, degrees + 273)


print(Celsius(0), Celsius(1) + 1, type(Celsius(1)).__name__, type(Celsius(1) + 1).__name__)  # expect: 273.0 275.0 Celsius float
try:
    object.__new__(5)
except TypeError as error:
    print(error)  # expect: object.__new__(X): X is not a type object (int)
try:
    Counted.__new__()
except TypeError as error:
    print(error)  # expect: Counted.__new__() missing 1 required positional argument: 'cls'
