"""Instances with __index__ in the place of ints: subscripts, slices, repetitions and what built-in functions take."""
import operator


class Position:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


first, second = Position(1), Position(2)
letters = list("abcd")
letters[first] = "X"
del letters[Position(0)]
letters[Position(1):Position(2)] = "yz"
print(letters)  # expect: ['X', 'y', 'z', 'd']
letters *= second
print(letters)  # expect: ['X', 'y', 'z', 'd', 'X', 'y', 'z', 'd']
del letters[second:]
letters.insert(first, "in")
print(letters.pop(first), letters, letters.index("y", first))  # expect: in ['X', 'y'] 1

data = bytearray(b"abc")
print(data[first], data[first:])  # expect: 98 bytearray(b'bc')
data[second] = 65
del data[Position(0)]
print(data, bytes([Position(65), Position(66)]))  # expect: bytearray(b'bA') b'AB'

print([1, 2, 3].__getitem__(first), "abc".__getitem__(second), [7].__mul__(second))  # expect: 2 c [7, 7]
print(range(5).__getitem__(second), slice(first, Position(5), second).indices(10))  # expect: 2 (1, 5, 2)
print(range(first, Position(4)), hex(Position(10)), bin(second), oct(Position(9)), chr(Position(65)))
# expect: range(1, 4) 0xa 0b10 0o11 A
print(round(3.14159, second), int("12", Position(8)), "a".center(Position(4)) + "|", operator.index(second))
# expect: 3.14 10  a  | 2
print("a-b-c".split("-", first), "abcabc".find("c", Position(3)), (5).to_bytes(second, "big"))
# expect: ['a', 'b-c'] 5 b'\x00\x05'
print(list(enumerate("ab", first)))  # expect: [(1, 'a'), (2, 'b')]

show(lambda: hex(Position("no int")))  # expect: TypeError: __index__ returned non-int (type str)
show(lambda: hex(object()))  # expect: TypeError: 'object' object cannot be interpreted as an integer
show(lambda: [1][object()])  # expect: TypeError: list indices must be integers or slices, not object
show(lambda: letters.pop(Position(9)))  # expect: IndexError: pop index out of range


def store(key):
    letters[key] = 1


show(lambda: store(Position(9)))  # expect: IndexError: list assignment index out of range
show(lambda: store(object()))  # expect: TypeError: list indices must be integers or slices, not object
