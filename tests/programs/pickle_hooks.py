# What a class may say about its pickles: __reduce__, __reduce_ex__, __getstate__, __setstate__, __getnewargs__, copyreg.
import copyreg
import pickle


class Money:
    def __init__(self, amount, unit="won"):
        self.amount, self.unit, self.cache = amount, unit, object

    def __getstate__(self):
        return self.amount, self.unit

    def __setstate__(self, state):
        self.amount, self.unit = state
        self.cache = "made anew"


class Interned:
    known = {}

    def __new__(cls, name):
        if name not in cls.known:
            cls.known[name] = object.__new__(cls)
            cls.known[name].name = name
        return cls.known[name]

    def __getnewargs__(self):
        return (self.name,)


class Stack:
    def __init__(self):
        self.items = []

    def append(self, item):
        self.items.append(item)

    def __reduce_ex__(self, protocol):
        return Stack, (), None, iter(self.items)


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees


class Wrong:
    def __reduce__(self):
        return 5


class Other:
    def __reduce__(self):
        return (int,)


def restore(state, degrees):
    made = Celsius(degrees)
    made.state = state
    return made


copyreg.pickle(Celsius, lambda value: (restore, ("restored", value.degrees)))
for protocol in (0, 2, 4):
    money = pickle.loads(pickle.dumps(Money(5), protocol))
    print(money.amount, money.unit, money.cache)
    stack = Stack()
    stack.append("a")
    stack.append(stack.items)
    print(pickle.loads(pickle.dumps(stack, protocol)).items)
    warm = pickle.loads(pickle.dumps(Celsius(30), protocol))
    print(warm.degrees, warm.state)
print(pickle.loads(pickle.dumps(Interned("one"))) is Interned("one"))
for wrong in (Wrong(), Other()):
    try:
        pickle.dumps(wrong)
    except pickle.PicklingError as error:
        print(error)
# expect: 5 won made anew
# expect: ['a', ['a', [...]]]
# expect: 30 restored
# expect: 5 won made anew
# expect: ['a', ['a', [...]]]
# expect: 30 restored
# expect: 5 won made anew
# expect: ['a', ['a', [...]]]
# expect: 30 restored
# expect: True
# expect: __reduce__ must return a string or tuple
# expect: tuple returned by __reduce__ must contain 2 through 6 elements
