# Classes that derive from deque, array and bytearray: special methods of their own.
from collections import deque
from array import array
class D(deque):
    def __len__(self): return 42
    def __getitem__(self, i): return "got %r" % (i,)
    def __setitem__(self, i, v): super().__setitem__(i, v * 2)
    def __contains__(self, x): return True
    def __iter__(self): return iter([1, 2])
    def __eq__(self, o): return "eq"
    def __repr__(self): return "D!"
    def __add__(self, o): return "add"
    def __bool__(self): return False
    def append(self, x): super().append(x); print("append", x, super().__len__())
d = D([5])
print(len(d), d[0], 3 in d, list(d), d == 3, repr(d), d + d, bool(d))
d.append(3)
d[0] = 4
print(deque.__getitem__(d, 0), d.copy() + d, [d], f"{d}")
class R(deque):
    def __init__(self, n): super().__init__(maxlen=n); self.seen = 0
    def __iadd__(self, o): self.seen += len(o); return super().__iadd__(o)
r = R(2); r += [1, 2, 3]; r.append(9); print(r, r.seen, len(r), r[-1], sorted(r), 9 in r, r == deque([3, 9]))
class A(array):
    def __len__(self): return super().__len__() + 100
a = A("i", [1, 2]); print(len(a), a[1], a.itemsize, list(a))
class B(bytearray):
    def __getitem__(self, i): return ("b", super().__getitem__(i))
print(B(b"xyz")[1], B(b"xyz"), len(B(b"x")))
# expect: 42 got 0 True [1, 2] eq D! add False
# expect: append 3 2
# expect: 8 add [D!] D!
# expect: R([3, 9], maxlen=2) 3 2 9 [3, 9] True True
# expect: 102 2 4 [1, 2]
# expect: ('b', 121) B(b'xyz') 1
