class Logged:
    def __get__(self, instance, owner):
        print("get", instance is None, owner.__name__)
        return 42

    def __set__(self, instance, value):
        print("set", value)

    def __delete__(self, instance):
        print("delete")


class Lazy:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print("computing", self.name)
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value


class Holder:
    watched = Logged()

    @Lazy
    def heavy(self):
        return [1, 2, 3]


h = Holder()
print(h.watched)
# expect: get False Holder
# expect: 42
h.watched = 5  # expect: set 5
del h.watched  # expect: delete
print(Holder.watched)
# expect: get True Holder
# expect: 42
h.__dict__["watched"] = "hidden"
print(h.watched)
# expect: get False Holder
# expect: 42
print(h.heavy)
# expect: computing heavy
# expect: [1, 2, 3]
print(h.heavy)  # expect: [1, 2, 3]
del h.__dict__["heavy"]
print(h.heavy)
# expect: computing heavy
# expect: [1, 2, 3]


def add(self, other):
    return self + other


bound = add.__get__(5)
print(bound(6), bound.__self__)  # expect: 11 5
