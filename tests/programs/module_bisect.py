"""The module bisect: calls and their results."""
from bisect import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: bisect([1,3,3,5],3))  # expect: 3
show(lambda: bisect_left([1,3,3,5],3))  # expect: 1
show(lambda: (lambda a:(insort(a,4),a))([1,3,5]))  # expect: (None, [1, 3, 4, 5])
show(lambda: bisect([1],1,-1))  # expect: ValueError: lo must be non-negative
show(lambda: bisect_left([('a',1),('b',2)],2,key=lambda p:p[1]))  # expect: 1
show(lambda: (lambda a:(insort_left(a,3),a))([1,3,5]))  # expect: (None, [1, 3, 3, 5])
show(lambda: bisect([1,2,3],2,1,2))  # expect: 2
