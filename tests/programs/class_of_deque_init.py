# Classes that derive from deque, bytearray and array: their own __init__, and attributes.
from collections import deque
from array import array
class R(deque):
    def __init__(self, n):
        super().__init__(maxlen=n)
        self.n = n
r = R(2)
print(r, r.n)
class Q(deque):
    def __init__(self, items, name):
        super().__init__(items, 3)
        self.name = name
q = Q([1, 2, 3, 4], "q")
print(q, q.name, q.maxlen)
d = deque([1]); d.__init__([5, 6]); print(d)
class B(bytearray):
    def __init__(self, text): super().__init__(text.encode())
print(B("hi"))
class A(array):
    def __new__(cls, *items): return super().__new__(cls, "i", items)
print(A(1, 2))
class G(deque):
    def __init__(self, n): super().__init__((i * i for i in range(n)), maxlen=3)
print(G(6), G(2).maxlen)
class H(bytearray):
    def __init__(self, n): super().__init__(i for i in range(n))
h = H(3); print(h, len(h)); h.extend(i for i in [7]); print(h)
# expect: R([], maxlen=2) 2
# expect: Q([2, 3, 4], maxlen=3) q 3
# expect: deque([5, 6])
# expect: B(b'hi')
# expect: A('i', [1, 2])
# expect: G([9, 16, 25], maxlen=3) 3
# expect: H(b'\x00\x01\x02') 3
# expect: H(b'\x00\x01\x02\x07')
