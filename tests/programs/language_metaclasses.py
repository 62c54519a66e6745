class Registry(type):
    classes = []

    def __new__(mcs, name, bases, namespace, **keywords):
        made = super().__new__(mcs, name, bases, namespace)
        made.tag = keywords.get("tag", "none")
        return made

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)
        Registry.classes.append(name)

    def __call__(cls, *arguments):
        made = super().__call__(*arguments)
        made.counted = True
        return made

    def __len__(cls):
        return len(cls.__name__)


class Base(metaclass=Registry):
    def __init__(self, value):
        self.value = value


class Child(Base, tag="small"):
    pass


print(Registry.classes, Base.tag, Child.tag)  # expect: ['Base', 'Child'] none small
print(type(Base) is Registry, type(Child).__name__, isinstance(Child, Registry), isinstance(Base, type))
# expect: True Registry True True
one = Child(3)
print(one.value, one.counted, len(Child), type(one).__name__)  # expect: 3 True 5 Child
print(issubclass(Registry, type), type(Registry) is type, type(type) is type)  # expect: True True True


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Settings(metaclass=Singleton):
    def __init__(self):
        print("made once")


print(Settings() is Settings())
# expect: made once
# expect: True
