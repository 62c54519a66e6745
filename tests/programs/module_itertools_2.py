"""The module itertools: calls and their results."""
from itertools import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: list(takewhile(lambda x:x<3,[1,2,3,1])))  # expect: [1, 2]
show(lambda: list(dropwhile(lambda x:x<3,[1,2,3,1])))  # expect: [3, 1]
show(lambda: list(filterfalse(lambda x:x%2,range(5))))  # expect: [0, 2, 4]
show(lambda: list(compress('abcd',[1,0,1])))  # expect: ['a', 'c']
show(lambda: list(repeat('x',3)))  # expect: ['x', 'x', 'x']
show(lambda: repeat(5))  # expect: repeat(5)
show(lambda: repeat(5,3))  # expect: repeat(5, 3)
show(lambda: count(1))  # expect: count(1)
show(lambda: count(1,2))  # expect: count(1, 2)
show(lambda: list(islice(cycle('ab'),5)))  # expect: ['a', 'b', 'a', 'b', 'a']
show(lambda: product('a',repeat=-1))  # expect: ValueError: repeat argument cannot be negative
show(lambda: permutations('a',-1))  # expect: ValueError: r must be non-negative
show(lambda: combinations('a',-1))  # expect: ValueError: r must be non-negative
show(lambda: list(combinations('',0)))  # expect: [()]
show(lambda: list(permutations([])))  # expect: [()]
show(lambda: (lambda it:(list(islice(it,2)),list(it)))(iter(range(5))))  # expect: ([0, 1], [2, 3, 4])
