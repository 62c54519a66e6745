"""Iterators, random states and plain objects are pickled and copied where they stand."""
import copy
import pickle
import random

for iterator in (iter([1, 2, 3]), iter((1, 2)), iter(range(5)), iter({1: 2, 3: 4}), iter("abc"), enumerate("ab"), zip([1, 2], [3, 4]),
                 reversed([1, 2]), iter(b"xyz"), iter({1: 2}.items())):
    next(iterator)
    copied = pickle.loads(pickle.dumps(iterator))
    print(list(copied), list(copy.copy(iterator)), list(iterator))
# expect: [2, 3] [2, 3] [2, 3]
# expect: [2] [2] [2]
# expect: [1, 2, 3, 4] [1, 2, 3, 4] [1, 2, 3, 4]
# expect: [3] [3] [3]
# expect: ['b', 'c'] ['b', 'c'] ['b', 'c']
# expect: [(1, 'b')] [(1, 'b')] []
# expect: [(2, 4)] [(2, 4)] []
# expect: [1] [1] [1]
# expect: [121, 122] [121, 122] [121, 122]
# expect: [] [] []
numbers = random.Random(5)
numbers.random()
again = pickle.loads(pickle.dumps(numbers))
print(again.random() == numbers.random(), type(again) is random.Random)  # expect: True True
print(type(pickle.loads(pickle.dumps(object()))), type(copy.copy(object())))  # expect: <class 'object'> <class 'object'>
try:
    pickle.dumps((number for number in ()))
except TypeError as error:
    print(error)  # expect: cannot pickle 'generator' object
