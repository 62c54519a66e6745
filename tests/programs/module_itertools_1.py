"""The module itertools: calls and their results."""
from itertools import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: list(islice(count(3,2),4)))  # expect: [3, 5, 7, 9]
show(lambda: list(islice('abcdef',2)))  # expect: ['a', 'b']
show(lambda: list(islice('abcdef',1,None,2)))  # expect: ['b', 'd', 'f']
show(lambda: islice('a',-1))
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
show(lambda: islice('a',1,-1))
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
show(lambda: islice('a',1,2,0))  # expect: ValueError: Step for islice() must be a positive integer or None.
show(lambda: [(k,list(g)) for k,g in groupby('aabbbca')])
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])]
show(lambda: [k for k,g in groupby([1,1,2,1])])  # expect: [1, 2, 1]
show(lambda: [list(t) for t in tee([1,2,3])])  # expect: [[1, 2, 3], [1, 2, 3]]
show(lambda: list(product('ab',[1,2])))  # expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
show(lambda: list(product('ab',repeat=2)))  # expect: [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
show(lambda: list(product()))  # expect: [()]
show(lambda: list(permutations('abc')))
# expect: [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]
show(lambda: list(permutations('abc',2)))
# expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
show(lambda: list(permutations('abc',4)))  # expect: []
show(lambda: list(combinations('abcd',2)))
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
show(lambda: list(combinations_with_replacement('abc',2)))
# expect: [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]
show(lambda: list(accumulate([1,2,3])))  # expect: [1, 3, 6]
show(lambda: list(accumulate([1,2,3],initial=10)))  # expect: [10, 11, 13, 16]
show(lambda: list(accumulate([3,1,2],max)))  # expect: [3, 3, 3]
show(lambda: list(chain('ab',[1])))  # expect: ['a', 'b', 1]
show(lambda: list(chain.from_iterable(['ab','cd'])))  # expect: ['a', 'b', 'c', 'd']
show(lambda: list(zip_longest('ab','c',fillvalue='-')))  # expect: [('a', 'c'), ('b', '-')]
show(lambda: list(starmap(pow,[(2,3),(3,2)])))  # expect: [8, 9]
show(lambda: list(pairwise('abcd')))  # expect: [('a', 'b'), ('b', 'c'), ('c', 'd')]
