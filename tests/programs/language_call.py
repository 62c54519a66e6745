class Adder:
    def __init__(self, amount):
        self.amount = amount

    def __call__(self, value, *more, scale=1):
        return (value + self.amount + sum(more)) * scale


add = Adder(5)
print(add(1), add(1, 2, 3), add(1, scale=10), callable(add), callable(5), list(map(add, [1, 2])))  # expect: 6 11 60 True False [6, 7]
print(add.__call__(7), sorted([3, 1, 2], key=Adder(0)))  # expect: 12 [1, 2, 3]
try:
    add()
except TypeError as error:
    print(error)  # expect: Adder.__call__() missing 1 required positional argument: 'value'
try:
    (5)()
except TypeError as error:
    print(error)  # expect: 'int' object is not callable


class NotCallable:
    pass


instance = NotCallable()
instance.__call__ = lambda: "never"
try:
    instance()
except TypeError as error:
    print(error)  # expect: 'NotCallable' object is not callable
