class A:
    def who(self):
        return "A"

    @classmethod
    def make(cls):
        return "A.make of " + cls.__name__

    @staticmethod
    def plain():
        return "A.plain"

    @property
    def label(self):
        return "label A"


class B(A):
    def who(self):
        return "B" + super().who()

    @classmethod
    def make(cls):
        return "B+" + super().make()

    @staticmethod
    def plain():
        return "B+" + super(B, B).plain()

    @property
    def label(self):
        return "B+" + super().label


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        inner = [super(D, self).who() for _ in range(1)]
        return "D" + inner[0]

    def nested(self):
        def helper():
            return super(D, self).who()
        return helper()


d = D()
print(d.who(), D.make(), D.plain(), d.label, d.nested(), super(B, d).who())  # expect: DBCA B+A.make of D B+A.plain B+label A BCA CA
print([c.__name__ for c in D.__mro__], super(C, d).who())  # expect: ['D', 'B', 'C', 'A', 'object'] A


def outside():
    return super().x


try:
    outside()
except RuntimeError as error:
    print(error)  # expect: super(): no arguments
try:
    super(B, A()).who()
except TypeError as error:
    print(error)  # expect: super(type, obj): obj must be an instance or subtype of type
try:
    super(A, d).missing
except AttributeError as error:
    print(error)  # expect: 'super' object has no attribute 'missing'
