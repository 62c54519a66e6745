def repeat(times):
    def decorate(function):
        def wrapper(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)]
        wrapper.__name__ = function.__name__
        return wrapper
    return decorate


def shout(function):
    return lambda *args: str(function(*args)).upper()


@shout
@repeat(times=2)
def greet(name):
    return "hi " + name


def tagged(cls):
    cls.tag = cls.__name__.lower()
    return cls


@tagged
class Widget:
    registry = {}

    @staticmethod
    def add(a, b=1):
        return a + b

    @classmethod
    def create(cls, name):
        made = cls()
        made.name = name
        return made

    @property
    def title(self):
        return self.name.title()

    @title.setter
    def title(self, value):
        self.name = value.lower()

    @title.deleter
    def title(self):
        self.name = "deleted"


print(greet("kim"), Widget.tag, Widget.add(1), Widget().add(1, 2))  # expect: ['HI KIM', 'HI KIM'] widget 2 3
w = Widget.create("bob")
w.title = "ALICE"
print(w.name, w.title)  # expect: alice Alice
del w.title
print(w.name)  # expect: deleted
registry = []


@registry.append
class Registered:
    pass


print(registry[0].__name__, Registered)  # expect: Registered None


class Counter:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Counter
def add(a, b):
    return a + b


print(add(1, 2), add(3, 4), add.calls)  # expect: 3 7 2
buttons = [lambda f: f]


@buttons[0]
def last():
    return "any expression decorates"


print(last())  # expect: any expression decorates
try:
    class ReadOnly:
        @property
        def x(self):
            return 1
    ReadOnly().x = 2
except AttributeError as error:
    print(error)  # expect: property 'x' of 'ReadOnly' object has no setter
