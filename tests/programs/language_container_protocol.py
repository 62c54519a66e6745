class Shelf:
    def __init__(self, **items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __contains__(self, name):
        return name in self.items

    def __getitem__(self, name):
        return self.items[name]

    def __setitem__(self, name, value):
        self.items[name] = value

    def __delitem__(self, name):
        del self.items[name]

    def __iter__(self):
        return iter(sorted(self.items))

    def __reversed__(self):
        return iter(sorted(self.items, reverse=True))


s = Shelf(a=1, b=2)
s["c"] = 3
del s["a"]
print(len(s), "b" in s, "a" not in s, s["c"], list(s), list(reversed(s)), bool(Shelf()), [*s])
# expect: 2 True True 3 ['b', 'c'] ['c', 'b'] False ['b', 'c']
first, second = s
print(first, second, dict.fromkeys(s), max(s), sorted(s, reverse=True), ",".join(s))
# expect: b c {'b': None, 'c': None} c ['c', 'b'] b,c


class Sequence:
    def __getitem__(self, index):
        if isinstance(index, slice):
            return (index.start, index.stop, index.step)
        if isinstance(index, tuple):
            return "tuple " + str(index)
        if index >= 3:
            raise IndexError
        return index * 10


q = Sequence()
print(list(q), 20 in q, 5 in q, q[1:2], q[::3], q[1, 2], q[1:2, 3], q[...,])
# expect: [0, 10, 20] True False (1, 2, None) (None, None, 3) tuple (1, 2) tuple (slice(1, 2, None), 3) tuple (Ellipsis,)


class Countdown:
    def __init__(self, start):
        self.now = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.now <= 0:
            raise StopIteration
        self.now -= 1
        return self.now + 1


print(list(Countdown(3)), sum(Countdown(4)), next(Countdown(2)), list(zip(Countdown(2), "ab")))
# expect: [3, 2, 1] 10 2 [(2, 'a'), (1, 'b')]
