def numbers(limit):
    for number in range(limit):
        received = yield number
        if received:
            print("received", received)
    return "done"


def outer():
    result = yield from numbers(2)
    yield result


print(list(outer()))  # expect: [0, 1, 'done']
g = numbers(3)
print(next(g), g.send("hello"))
# expect: received hello
# expect: 0 1
g.close()
print(list(g), next(iter([]), "default"))  # expect: [] default
print(list(zip(numbers(3), "abc")), dict(enumerate("ab", 1)))  # expect: [(0, 'a'), (1, 'b'), (2, 'c')] {1: 'a', 2: 'b'}
