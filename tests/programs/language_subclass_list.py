class Stack(list):
    def __init__(self, *items, limit=3):
        super().__init__(items)
        self.limit = limit

    def push(self, item):
        if len(self) >= self.limit:
            raise IndexError("stack is full")
        self.append(item)

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack(1, 2)
s.push(3)
print(s, len(s), s[0], s[-1], s.limit, isinstance(s, list), s == [1, 2, 3])  # expect: Stack[1, 2, 3] 3 1 3 3 True True
try:
    s.push(4)
except IndexError as error:
    print(error)  # expect: stack is full
s[0] = 9
print(sum(s), sorted(s), list(s), s + [5], type(s + [5]).__name__, s[1:], [x for x in s], 9 in s)
# expect: 14 [2, 3, 9] [9, 2, 3] [9, 2, 3, 5] list [2, 3] [9, 2, 3] True
s.extend([7, 8])
del s[0]
print(s, s.pop(), s.index(3), reversed(s) is not s, bool(Stack()))  # expect: Stack[2, 3, 7] 8 1 True False


class Doubling(list):
    def __getitem__(self, index):
        return super().__getitem__(index) * 2

    def append(self, item):
        super().append(item + 100)

    def __len__(self):
        return 50


d = Doubling([1, 2, 3])
d.append(4)
print(d[0], d[3], d, len(d), list(d))  # expect: 2 208 [1, 2, 3, 104] 50 [1, 2, 3, 104]
