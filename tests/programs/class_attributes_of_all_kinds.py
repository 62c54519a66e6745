# Attributes of a class that are numbers, None, texts or descriptors: read, and hidden by those of its objects,
# while the class changes.
class Account:
    limit = 10
    owner = None
    note = "none"
    rates = (1, 2)

    def __init__(self, step):
        if step % 2:
            self.limit = step


class Savings(Account):
    limit = True


class Watched:
    def __get__(self, instance, owner):
        return "read"

    def __set__(self, instance, value):
        print("set", value)


def read(account):
    return account.limit, account.owner, account.note, account.rates


def write(account, value):
    account.limit = value
    account.owner = value
    account.note = value


for step in range(4):
    print(read(Account(step)), read(Savings(step)))

account = Account(0)
for step, value in enumerate((5, None, "text", 2.5)):
    print(read(account), end=" ")
    write(account, value)
    print(read(account), vars(account))
    del account.limit, account.owner, account.note
    Account.limit = value
    Account.owner = Account.note = step

Account.limit = property(lambda self: "from the property")
Account.note = Watched()
print(read(account))
try:
    write(account, 1)
except AttributeError as error:
    print(type(error).__name__)
account.note = 2
print(account.note, vars(account))
Account.limit = 3
Account.note = None
write(account, 4)
print(read(account), read(Account(1)))
del Account.limit
try:
    print(read(Account(2)))
except AttributeError as error:
    print(error)


class Base:
    size = 1

    def grow(self):
        return self.size + 1


class Derived(Base):
    size = 2

    def grow(self):
        return super().grow() * 10


class Either:
    def __init__(self, step):
        self.step = step

    def grow(self):
        return self.step


def grow_all(things):
    return [thing.grow() for thing in things]


derived = Derived()
print(grow_all([derived, super(Derived, derived), derived, Either(7), super(Derived, derived), Base(), derived]))
Derived.size = 5
print(grow_all([derived, super(Derived, derived), Base()]))


class Guarded:
    count = 0

    def __setattr__(self, name, value):
        print("setting", name, value)
        super().__setattr__(name, value)


class Slotted:
    __slots__ = ("count",)
    kind = 1


for made in (Guarded(), Slotted()):
    try:
        made.count = 1
        made.count += 1
        print(made.count)
        made.kind = 2
        print(made.kind)
    except AttributeError as error:
        print(error)
# expect: (10, None, 'none', (1, 2)) (True, None, 'none', (1, 2))
# expect: (1, None, 'none', (1, 2)) (1, None, 'none', (1, 2))
# expect: (10, None, 'none', (1, 2)) (True, None, 'none', (1, 2))
# expect: (3, None, 'none', (1, 2)) (3, None, 'none', (1, 2))
# expect: (10, None, 'none', (1, 2)) (5, 5, 5, (1, 2)) {'limit': 5, 'owner': 5, 'note': 5}
# expect: (5, 0, 0, (1, 2)) (None, None, None, (1, 2)) {'limit': None, 'owner': None, 'note': None}
# expect: (None, 1, 1, (1, 2)) ('text', 'text', 'text', (1, 2)) {'limit': 'text', 'owner': 'text', 'note': 'text'}
# expect: ('text', 2, 2, (1, 2)) (2.5, 2.5, 2.5, (1, 2)) {'limit': 2.5, 'owner': 2.5, 'note': 2.5}
# expect: ('from the property', 3, 'read', (1, 2))
# expect: AttributeError
# expect: set 2
# expect: read {}
# expect: (4, 4, 4, (1, 2)) (1, 3, None, (1, 2))
# expect: 'Account' object has no attribute 'limit'
# expect: [30, 3, 30, 7, 3, 2, 30]
# expect: [60, 6, 2]
# expect: setting count 1
# expect: setting count 2
# expect: 2
# expect: setting kind 2
# expect: 2
# expect: 2
# expect: 'Slotted' object attribute 'kind' is read-only
