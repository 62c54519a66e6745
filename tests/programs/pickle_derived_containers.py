# Copies and pickles of objects whose classes derive from built-in ones: with what they hold, and with their attributes.
import copy
import pickle
from array import array
from collections import deque, defaultdict


class Recent(deque):
    pass


class Grouped(defaultdict):
    pass


class Buffer(bytearray):
    pass


class Numbers(array):
    pass


class Names(frozenset):
    __slots__ = ('origin', '__dict__')


class Missing(OSError):
    pass


WAYS = [copy.copy, copy.deepcopy]
WAYS += [lambda value, protocol=protocol: pickle.loads(pickle.dumps(value, protocol)) for protocol in range(6)]
for made in (Recent([1, 2, 3], 2), Recent('ab'), Grouped(list, {'a': [1]}), Grouped(), Buffer(b'ab'), Numbers('i', [1, 2]),
             Missing(2, 'no', 'file'), Missing(2, 'no', 'one', None, 'two'), Missing('only a text')):
    made.more = 5
    copies = [way(made) for way in WAYS]
    print(type(made).__name__, [(type(each) is type(made), str(each) == str(made)) for each in copies[:3]])
    print([getattr(each, 'more', None) for each in copies], {str(each) for each in copies[1:]} == {str(copies[-1])})
names = Names('ab')
names.origin, names.more = 'here', 5
print({(way(names) == names, way(names).origin, way(names).more) for way in WAYS if way is not WAYS[2] and way is not WAYS[3]})
print(copy.deepcopy(Recent([[1]], 3)), copy.copy(deque('ab', 5)), pickle.loads(pickle.dumps(defaultdict(int, a=1))))
print(Recent([1], 3).__reduce__()[:3], Grouped(int).__reduce__()[1:4], Buffer(b'x').__reduce_ex__(4)[1:])
letters = frozenset('ab')
print(letters.copy() is letters, frozenset(letters) is letters, Names('a').copy() is letters)
# expect: Recent [(True, True), (True, True), (True, True)]
# expect: [None, 5, 5, 5, 5, 5, 5, 5] True
# expect: Recent [(True, True), (True, True), (True, True)]
# expect: [None, 5, 5, 5, 5, 5, 5, 5] True
# expect: Grouped [(True, True), (True, True), (True, True)]
# expect: [None, None, None, None, None, None, None, None] True
# expect: Grouped [(True, True), (True, True), (True, True)]
# expect: [None, None, None, None, None, None, None, None] True
# expect: Buffer [(True, True), (True, True), (True, True)]
# expect: [5, 5, 5, 5, 5, 5, 5, 5] True
# expect: Numbers [(False, False), (False, False), (True, True)]
# expect: [None, None, 5, 5, 5, 5, 5, 5] False
# expect: Missing [(True, True), (True, True), (True, True)]
# expect: [5, 5, 5, 5, 5, 5, 5, 5] True
# expect: Missing [(True, True), (True, True), (True, True)]
# expect: [5, 5, 5, 5, 5, 5, 5, 5] True
# expect: Missing [(True, True), (True, True), (True, True)]
# expect: [5, 5, 5, 5, 5, 5, 5, 5] True
# expect: {(True, 'here', 5)}
# expect: Recent([[1]], maxlen=3) deque(['a', 'b'], maxlen=5) defaultdict(<class 'int'>, {'a': 1})
# expect: (<class '__main__.Recent'>, ((), 3), None) ((<class 'int'>,), None, None) ((b'x',), None)
# expect: True True False
