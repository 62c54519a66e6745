# A class stands where a function is usual: what its call is for decides what becomes of the new object.
class Record:
    made = []

    def __init__(self, *arguments):
        Record.made.append(arguments)
        if arguments and arguments[-1] == "bad":
            raise ValueError("bad")


class Odd:
    __setattr__ = Record
    __contains__ = Record
    __getitem__ = Record
    __add__ = Record
    __neg__ = Record
    __bool__ = Record


odd = Odd()
for number in range(200):
    odd.name = number
print(len(Record.made), Record.made[-1])  # expect: 200 ('name', 199)
print(3 in odd, 4 not in odd)  # expect: True False
print(type(odd[1]).__name__, type(odd + 2).__name__, type(-odd).__name__)  # expect: Record Record Record
try:
    print(bool(odd))
except TypeError as error:
    print(error)  # expect: __bool__ should return bool, returned Record
try:
    odd.name = "bad"
except ValueError as error:
    print(error)  # expect: bad


class Yields:
    def __init__(self):
        yield 1


try:
    print(Yields() is Yields())
except TypeError as error:
    print(error)  # expect: __init__() should return None, not 'generator'
