# What is nested without end, or calls itself, ends in a RecursionError wherever the engine follows it on its own.
# python: no (CPython is killed by some of these)
def nested(wrap, inner, depth=200000):
    for _ in range(depth):
        inner = wrap(inner)
    return inner


def outcome(action):
    try:
        action()
    except RecursionError:
        return "RecursionError"
    except (TypeError, ValueError) as error:
        return type(error).__name__
    return "done"


class Loop:
    pass


Loop.__call__ = Loop()
print(outcome(Loop()))  # expect: RecursionError
classes = nested(lambda inner: (inner,), str)
print(outcome(lambda: isinstance(1, classes)), outcome(lambda: issubclass(int, classes)))  # expect: RecursionError RecursionError
for action in (lambda: hash(nested(lambda inner: (inner,), 1)), lambda: next(nested(enumerate, iter([1]))),
               lambda: next(nested(zip, iter([1])))):
    print(outcome(action))
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError


# A comparison that changes what it compares.
class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False

    def __lt__(self, other):
        return True


items = []
for action in (lambda: items.index(5), lambda: items.remove(5), lambda: items == [1] * 5, lambda: items < [1] * 5):
    items[:] = [Clears(items) for _ in range(5)]
    print(outcome(action), len(items))
# expect: ValueError 0
# expect: ValueError 0
# expect: done 0
# expect: done 0
