# What arrays refuse, in CPython's words.
# shows: 1.4, checklist 14
from multiprocessing import Array, RawArray

numbers = Array("i", [1, 2, 3])


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def store(index, value):
    numbers[index] = value


def delete(index):
    del numbers.get_obj()[index]


for index in (3, -4, "1", 1.0):
    attempt(lambda: numbers[index])
attempt(store, 3, 0)
attempt(store, 0, "x")
attempt(store, slice(0, 2), [9])
attempt(store, slice(0, 2), 5)
attempt(store, slice(0, 2), "ab")
attempt(delete, 0)
attempt(Array, "i", -1)
attempt(Array, "i", "ab")
attempt(Array, "i", 2.5)
attempt(Array, "i", (x for x in (1, 2)))
attempt(Array, "c", "text")
attempt(lambda: RawArray("i", 1) + [1])
print(numbers[:])
# expect: IndexError: invalid index
# expect: IndexError: invalid index
# expect: TypeError: indices must be integers
# expect: TypeError: indices must be integers
# expect: IndexError: invalid index
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: Can only assign sequence of same size
# expect: ValueError: Can only assign sequence of same size
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: Array does not support item deletion
# expect: ValueError: Array length must be >= 0, not -1
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: object of type 'float' has no len()
# expect: TypeError: object of type 'generator' has no len()
# expect: TypeError: one character bytes, bytearray or integer expected
# expect: TypeError: unsupported operand type(s) for +: 'c_int_Array_1' and 'list'
# expect: [1, 2, 3]
