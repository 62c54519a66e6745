"""The module operator: calls and their results."""
from operator import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: itemgetter(1)([1,2]))  # expect: 2
show(lambda: itemgetter(1,0)('ab'))  # expect: ('b', 'a')
show(lambda: attrgetter('real')(5))  # expect: 5
show(lambda: methodcaller('upper')('a'))  # expect: 'A'
show(lambda: methodcaller('split',',',maxsplit=1)('a,b,c'))  # expect: ['a', 'b,c']
show(lambda: add(1,2))  # expect: 3
show(lambda: mod(7,3))  # expect: 1
show(lambda: contains([1],1))  # expect: True
show(lambda: indexOf([1,2],2))  # expect: 1
show(lambda: indexOf([1],5))  # expect: ValueError: sequence.index(x): x not in sequence
show(lambda: countOf([1,1,2],1))  # expect: 2
show(lambda: concat('a','b'))  # expect: 'ab'
show(lambda: concat(1,2))  # expect: TypeError: 'int' object can't be concatenated
show(lambda: truth([]))  # expect: False
show(lambda: not_(0))  # expect: True
show(lambda: iadd([1],[2]))  # expect: [1, 2]
show(lambda: index(True))  # expect: 1
show(lambda: index(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
show(lambda: length_hint([1,2]))  # expect: 2
show(lambda: itemgetter(1))  # expect: operator.itemgetter(1)
show(lambda: methodcaller('a',1,b=2))  # expect: operator.methodcaller('a', 1, b=2)
show(lambda: attrgetter('a.b'))  # expect: operator.attrgetter('a.b')
show(lambda: xor(5,3))  # expect: 6
show(lambda: floordiv(7,2))  # expect: 3
show(lambda: neg(3))  # expect: -3
