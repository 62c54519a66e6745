"""A descriptor with __set__ and no __get__ leaves reading to what the instance has; names of __slots__ can be private."""


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        instance.__dict__[self.name] = value


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width = width
        self.height = height


box = Box(2, 3)
print(box.width * box.height)  # expect: 6
for _ in range(3):
    box.width += 1
print(box.width, vars(box))  # expect: 5 {'width': 5, 'height': 3}
try:
    box.height = -1
except ValueError as error:
    print(error)  # expect: height must be positive
del box.__dict__["width"]
print(type(box.width).__name__, isinstance(Box.width, Positive))  # expect: Positive True


class Account:
    __slots__ = ("__balance", "__kept__", "owner")

    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0
        self.__kept__ = True

    def add(self, amount):
        self.__balance += amount
        return self.__balance


account = Account("Lee")
print(account.add(5), account._Account__balance, account.__kept__, Account.__slots__)
# expect: 5 5 True ('__balance', '__kept__', 'owner')
try:
    account.missing = 1
except AttributeError as error:
    print(error)  # expect: 'Account' object has no attribute 'missing'
