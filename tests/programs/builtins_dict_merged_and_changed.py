"""|= of a dict takes pairs, as update() does; a key put in place of another while the dict is iterated is noticed."""


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


def merged(target, other):
    target |= other
    return target


class Settings(dict):
    pass


show(lambda: merged({1: 2}, [(3, 4), "ab"]))  # expect: {1: 2, 3: 4, 'a': 'b'}
show(lambda: merged({1: 2}, ((key, key * key) for key in (1, 2))))  # expect: {1: 1, 2: 4}
show(lambda: merged(Settings(a=1), [("b", 2)]))  # expect: {'a': 1, 'b': 2}
show(lambda: merged({1: 2}, 5))  # expect: TypeError: 'int' object is not iterable
show(lambda: merged({1: 2}, [(1, 2, 3)]))
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
show(lambda: {1: 2} | [(3, 4)])  # expect: TypeError: unsupported operand type(s) for |: 'dict' and 'list'


def replace_keys(view):
    counts = dict.fromkeys("abcdefghijkl", 0)
    seen = []
    for item in view(counts):
        seen.append(item)
        if len(seen) == 1:
            counts["new"] = counts.pop("a")
    return len(seen)


show(lambda: replace_keys(iter))  # expect: RuntimeError: dictionary keys changed during iteration
show(lambda: replace_keys(dict.values))  # expect: RuntimeError: dictionary keys changed during iteration
show(lambda: replace_keys(dict.items))  # expect: RuntimeError: dictionary keys changed during iteration
