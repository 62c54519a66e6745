def three():
    yield 1
    yield 2
    return "result"


def delegating():
    value = yield from three()
    yield value
    yield from [7, 8]
    rest = yield from ()
    print("rest", rest)
    return 5


print(list(delegating()))
# expect: rest None
# expect: [1, 2, 'result', 7, 8]
g = three()
print(next(g), next(g))  # expect: 1 2
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)  # expect: result ('result',)


def leaks():
    yield 1
    raise StopIteration("inside")


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))  # expect: generator raised StopIteration StopIteration('inside')


def leaks_next():
    yield next(iter([]))


try:
    list(leaks_next())
except RuntimeError as error:
    print(error)  # expect: generator raised StopIteration


class Steps:
    def __init__(self):
        self.sent = []

    def __iter__(self):
        return self

    def __next__(self):
        if len(self.sent) >= 2:
            raise StopIteration("steps done")
        self.sent.append(None)
        return len(self.sent)


def over():
    print("got", (yield from Steps()))


print(list(over()), sum(x * x for x in range(4)), dict((k, v) for k, v in zip("ab", range(2))))
# expect: got steps done
# expect: [1, 2] 14 {'a': 0, 'b': 1}


def running():
    try:
        next(me)
    except ValueError as error:
        yield error


me = running()
print(next(me), me.__name__, type(me).__name__)  # expect: generator already executing running generator
