# expect: bytearray(b'hello') 5 104 bytearray(b'ell')
# expect: bytearray(b'Hello, world')
# expect: bytearray(b'HELLO, WORLD') [bytearray(b'Hello'), bytearray(b' world')] (bytearray(b'Hello'), bytearray(b','), bytearray(b' world'))
# expect: bytearray(b'Jello, world') 33 bytearray(b'Jello, world')
# expect: bytearray(b'\x00\x00\x00') bytearray(b'ab') bytearray(b'\xc3\xa9')
# expect: True True True False True
# expect: [97, 98] bytearray(b'abab') bytearray(b'abcd') b'cdab'
# expect: bytearray(b'0X0X0X') bytearray(b'XXX')
# expect: bytearray(b'aZZZd') bytearray(b'ad')
# expect: IndexError bytearray index out of range
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError can't concat str to bytearray
# expect: TypeError unhashable type: 'bytearray'
# expect: IndexError pop from empty bytearray
# expect: ValueError value not found in bytearray
# expect: TypeError string argument without an encoding
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: ValueError attempt to assign bytes of size 1 to extended slice of size 2
# expect: [1, 2, 3] 3 True {'k': bytearray(b'v')}
# expect: bytearray(b'xyz') bytearray(b'xyz') False bytearray(b'')
# expect: 25
import copy
import pickle

b = bytearray(b"hello")
print(b, len(b), b[0], b[1:4])
b[0] = ord("H")
b += b", world"
print(b)
print(b.upper(), b.split(b","), b.partition(b","))
b[0:1] = b"J"
b.append(33)
print(b, b.pop(), b)
print(bytearray(3), bytearray([97, 98]), bytearray("é", "utf-8"))
print(bytearray(b"a") == b"a", b"a" == bytearray(b"a"), bytearray(b"a") < b"b", b"x" in bytearray(b"a"), 97 in bytearray(b"a"))
print(list(bytearray(b"ab")), bytearray(b"ab") * 2, bytearray(b"ab") + b"cd", b"cd" + bytearray(b"ab"))
c = bytearray(b"0" * 6)
c[1::2] = b"XXX"
d = bytearray(c)
del d[::2]
print(c, d)
e = bytearray(b"abcd")
e[1:3] = [90, 90, 90]
f = bytearray(e)
del f[1:4]
print(e, f)


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: b[100])
attempt(lambda: b.append(256))
attempt(lambda: b.append("a"))
attempt(lambda: b + "a")
attempt(lambda: hash(b))
attempt(lambda: bytearray().pop())
attempt(lambda: bytearray().remove(1))
attempt(lambda: bytearray("a"))
attempt(lambda: b.__setitem__(slice(0, 1), "ab") if False else exec("b[0:1] = 'ab'", {"b": b}))
attempt(lambda: exec("b[0:4:2] = b'x'", {"b": b}))
g = bytearray()
g.extend([1, 2, 3])
print(list(g), g.count(1) + g.find(3), isinstance(g, bytearray), {"k": bytearray(b"v")})
h = bytearray(b"xyz")
print(pickle.loads(pickle.dumps(h)), copy.deepcopy(h), copy.copy(h) is h, pickle.loads(pickle.dumps(bytearray())))
sieve = bytearray([1]) * 101
sieve[0:2] = b"\0\0"
for i in range(2, 11):
    if sieve[i]:
        sieve[i * i :: i] = bytes(len(range(i * i, 101, i)))
print(sum(sieve))


# What a class says of itself counts before what a buffer says of others.
class Agrees:
    def __eq__(self, other):
        return "eq"

    def __ne__(self, other):
        return "ne"

    def __gt__(self, other):
        return "gt"

    def __lt__(self, other):
        return "lt"


class Plain:
    pass


print(Agrees() == memoryview(b""), memoryview(b"") == Agrees(), bytearray() != Agrees(), bytearray() < Agrees(), Agrees() < bytearray())
# expect: eq eq ne gt lt
print(Plain() == bytearray(), bytearray() != Plain(), Agrees() in [bytearray()])  # expect: False True True
for compare in (lambda: Plain() < bytearray(), lambda: memoryview(b"") < Plain()):
    try:
        print(compare())
    except TypeError as error:
        print(error)
# expect: '<' not supported between instances of 'Plain' and 'bytearray'
# expect: '<' not supported between instances of 'memoryview' and 'Plain'
