"""The module operator: calls and their results."""
from operator import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: inv(3))  # expect: -4
show(lambda: call(len,'abc'))  # expect: 3
show(lambda: attrgetter(1))  # expect: TypeError: attribute name must be a string
show(lambda: itemgetter('x')({'x':5}))  # expect: 5
