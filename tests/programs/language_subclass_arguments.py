"""Classes that derive from built-in ones with keywords of their own, in __new__ or in __init__."""


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


class Tagged(list):
    def __new__(cls, items, tag=None):
        self = super().__new__(cls, items)
        self.tag = tag
        return self


class Row(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Group(frozenset):
    def __init__(self, items, name=None):
        self.name = name


class Bag(set):
    def __new__(cls, items, name=None):
        return super().__new__(cls, items)


class Plain(list):
    pass


tagged, row, group = Tagged([1, 2], tag="t"), Row([1, 2], name="r"), Group([1], name="g")
print(tagged, tagged.tag, row, row.name)  # expect: [1, 2] t (1, 2) r
print(group, group.name)  # expect: Group({1}) g
show(lambda: Bag([3], name="b"))  # expect: TypeError: set() takes no keyword arguments
show(lambda: Plain([1], tag=2))  # expect: TypeError: list() takes no keyword arguments
