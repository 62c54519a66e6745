# One place in the program meets objects of several classes in turns, and the classes change on the way.
# expect: [('a', 1), ('b', 2), ('c', 3)] [('a', 1), ('b', 2), ('c', 3)]
# expect: [('new a', 1), ('b', 2), ('new a', 3)]
# expect: [('own', 1), ('b', 2), ('own', 3)]
# expect: [('new a', 1), ('b', 2), ('c again', 3)]
# expect: AttributeError 'B' object has no attribute 'name'
# expect: [5, 6, 7] 0 [1, 2]
class A:
    def __init__(self, number):
        self.number = number

    def name(self):
        return "a"


class B:
    def __init__(self, number):
        self.unused, self.number = None, number

    def name(self):
        return "b"


class C(A):
    def name(self):
        return "c"


def told(objects):
    return [(each.name(), each.number) for each in objects]


objects = A(1), B(2), C(3)
print(told(objects), told(objects))
A.name = lambda self: "new a"
del C.name
print(told(objects))
objects[0].name = objects[2].name = lambda: "own"
print(told(objects))
del objects[0].name, objects[2].name
C.name = lambda self: "c again"
print(told(objects))
del B.name
try:
    told(objects)
except AttributeError as error:
    print("AttributeError", error)


def drained(iterator):
    return [each for each in iterator]


# An iterator that somebody else has too knows that it has ended, even when its list grows.
numbers = [5, 6, 7]
iterator = iter(numbers)
first = drained(iterator)
numbers.append(8)
print(first, len(drained(iterator)), drained(iter(range(1, 3))))
