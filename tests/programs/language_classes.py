class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return "..."

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def speak(self):
        return "Woof " + super().speak()

    @property
    def skill(self):
        return len(self.tricks)

    @staticmethod
    def kind():
        return "canine"

    @classmethod
    def make(cls):
        return cls("made")


d = Dog("Rex", ["sit"])
print(d, d.speak(), d.skill, Dog.kind(), Dog.make(), Animal.count)  # expect: Dog('Rex') Woof ... 1 canine Dog('made') 2
print(isinstance(d, Animal), issubclass(Dog, Animal), [d], hasattr(d, "bark"))  # expect: True True [Dog('Rex')] False
