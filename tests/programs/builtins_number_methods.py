"""Special methods of numbers called by name, and by classes that derive from them."""


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((5).__divmod__(2), (5).__rdivmod__(17), (5.5).__divmod__(2), (5).__divmod__(2.0), (5).__divmod__("2"))
# expect: (2, 1) (3, 2) (2.0, 1.5) NotImplemented NotImplemented
print((2.5).__round__(), (2.675).__round__(2), (1234).__round__(-2), float.__round__(3.5))  # expect: 2 2.67 1200 4
print((2.5).__floor__(), (2.5).__ceil__(), (-2.5).__trunc__(), (3).__floor__(), True.__trunc__(), (-2.5).__int__())
# expect: 2 3 -2 3 1 -2
print((-3).__abs__(), int.__abs__(-4), (-1.5).__abs__(), True.__abs__(), (3).__pow__(2, 5), (3).__pow__(2))
# expect: 3 4 1.5 1 4 9
show(lambda: float("nan").__floor__())  # expect: ValueError: cannot convert float NaN to integer
show(lambda: float("inf").__trunc__())  # expect: OverflowError: cannot convert float infinity to integer
show(lambda: (5).__divmod__(0))  # expect: ZeroDivisionError: integer division or modulo by zero
show(lambda: (5).__abs__(1))  # expect: TypeError: expected 0 arguments, got 1


class Money(float):
    def __abs__(self):
        return Money(super().__abs__())

    def __round__(self, digits=None):
        return Money(super().__round__(*([] if digits is None else [digits])))

    def __divmod__(self, other):
        return tuple(map(Money, super().__divmod__(other)))

    def __repr__(self):
        return f"Money({float(self)})"


print(abs(Money(-2)), round(Money(2.345), 2), divmod(Money(7), 2), hasattr(int, "__ceil__"), hasattr("", "__abs__"))
# expect: Money(2.0) Money(2.35) (Money(3.0), Money(1.0)) True False


class Whole(int):
    def __int__(self):
        return 99

    def __str__(self):
        return f"whole {int.__str__(self)}"

    def __rdivmod__(self, other):
        return "reflected"


class Real(float):
    def __float__(self):
        return 5.5

    def __pow__(self, other, modulus=None):
        return "power"


class Rest:
    def __rdivmod__(self, other):
        return other


print(int(Whole(7)), str(Whole(7)), "%s and %d" % (Whole(7), Whole(7)), "%s" % Whole(8), divmod(9, Whole(2)), divmod(5, Rest()))
# expect: 99 whole 7 whole 7 and 7 whole 8 reflected 5
print(float(Real(2)), "%.1f" % Real(2), pow(Real(2), 2), pow(Real(2), 2, None), (5).__add__(2.0), (5).__eq__(5.0), (5.0).__add__(2))
# expect: 5.5 2.0 power power NotImplemented NotImplemented 7.0
show(lambda: divmod(Rest(), 2))  # expect: TypeError: unsupported operand type(s) for divmod(): 'Rest' and 'int'
