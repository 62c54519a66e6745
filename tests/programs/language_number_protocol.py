class N:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def method(symbol):
    return lambda self, other, *more: N(f"({self}{symbol}{other})")


def reflected(symbol):
    return lambda self, other, *more: N(f"({other}{symbol}{self})r")


NAMES = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
         "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^", "matmul": "@"}
for word, symbol in NAMES.items():
    setattr(N, f"__{word}__", method(symbol))
    setattr(N, f"__r{word}__", reflected(symbol))
    setattr(N, f"__i{word}__", method(symbol + "="))
a, b = N("a"), N("b")
print(a + b, a - 1, a * b, a / b, a // b, a % b, a ** b, a << b, a >> b, a & b, a | b, a ^ b, a @ b)
# expect: (a+b) (a-1) (a*b) (a/b) (a//b) (a%b) (a**b) (a<<b) (a>>b) (a&b) (a|b) (a^b) (a@b)
print(1 + a, 1 - a, 2 * a, 1 / a, 1 // a, 5 % a, 2 ** a, 1 << a, 1 >> a, 1 & a, 1 | a, 1 ^ a, 1 @ a)
# expect: (1+a)r (1-a)r (2*a)r (1/a)r (1//a)r (5%a)r (2**a)r (1<<a)r (1>>a)r (1&a)r (1|a)r (1^a)r (1@a)r
c = N("c")
c += 1
c -= 2
c *= 3
c /= 4
c //= 5
c %= 6
c **= 7
c <<= 8
c >>= 9
c &= 10
c |= 11
c ^= 12
c @= 13
print(c)  # expect: (((((((((((((c+=1)-=2)*=3)/=4)//=5)%=6)**=7)<<=8)>>=9)&=10)|=11)^=12)@=13)


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.amount)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented


print(sum([Money(1), Money(2), Money(3)]).amount)  # expect: 6
for action in (lambda: Money(1) + 5, lambda: 5 + Money(1), lambda: Money(1) - Money(2), lambda: Money(1) @ 2):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: unsupported operand type(s) for +: 'Money' and 'int'
# expect: unsupported operand type(s) for +: 'int' and 'Money'
# expect: unsupported operand type(s) for -: 'Money' and 'Money'
# expect: unsupported operand type(s) for @: 'Money' and 'int'
