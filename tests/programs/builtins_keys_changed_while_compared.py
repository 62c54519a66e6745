# A comparison of keys may change the table it is made for: the key is looked for anew.
class Key:
    def __init__(self, name, then):
        self.name, self.then = name, then

    def __hash__(self):
        return 1

    def __eq__(self, other):
        then, self.then = self.then, None
        if then is not None:
            then()
        return self.name == getattr(other, 'name', other)

    def __repr__(self):
        return self.name


def tried(action):
    try:
        return action()
    except KeyError as error:
        return 'KeyError ' + str(error)


table = {Key('a', lambda: table.clear()): 1}
print(tried(lambda: table[Key('a', None)]), table)  # expect: KeyError a {}
table = {Key('a', lambda: table.clear()): 1}
print(tried(lambda: table.pop(Key('a', None))), table)  # expect: KeyError a {}
table = {Key('a', lambda: table.update(more)): 1}
more = {'x%d' % number: number for number in range(20)}
print(table.get(Key('a', None)), len(table))  # expect: 1 21
table = {Key('b', lambda: table.setdefault(Key('a', None), 2)): 1}
print(table.get(Key('a', None)), table)  # expect: 2 {b: 1, a: 2}
names = {Key('a', lambda: names.clear())}
print(Key('a', None) in names, names)  # expect: False set()
