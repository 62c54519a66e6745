# Classes that derive from containers: += and the like, through super().
from collections import deque
from array import array
class L(list):
    def __iadd__(self, o): print("iadd"); return super().__iadd__(o)
    def __imul__(self, o): return super().__imul__(o)
l = L([1]); same = l; l += (2, 3); l += (i for i in [4]); l *= 2; print(l, same is l, type(l).__name__)
class S(set):
    def __ior__(self, o): print("ior"); return super().__ior__(o)
    def __isub__(self, o): return super().__isub__(o)
s = S({1, 2}); t = s; s |= {3}; s -= {1}; print(sorted(s), t is s, type(s).__name__)
class D(dict):
    def __ior__(self, o): print("dior"); return super().__ior__(o)
d = D(a=1); e = d; d |= {"b": 2}; print(d, e is d)
class Q(deque):
    def __iadd__(self, o): return super().__iadd__(o)
q = Q([1], 3); q += (i for i in range(4)); q += [9]; print(q, q.maxlen)
x = [1]; y = x.__iadd__([2]); print(x is y, x, hasattr(x, "__iadd__"), hasattr((), "__iadd__"), hasattr({}, "__ior__"))
b = bytearray(b"a"); b.__iadd__(b"b"); print(b)
a = array("i", [1]); a.__iadd__(array("i", [2])); print(a)
try: [].__iadd__(3)
except TypeError as error: print(error)
# expect: iadd
# expect: iadd
# expect: [1, 2, 3, 4, 1, 2, 3, 4] True L
# expect: ior
# expect: [2, 3] True S
# expect: dior
# expect: {'a': 1, 'b': 2} True
# expect: Q([2, 3, 9], maxlen=3) 3
# expect: True [1, 2] True False True
# expect: bytearray(b'ab')
# expect: array('i', [1, 2])
# expect: 'int' object is not iterable
