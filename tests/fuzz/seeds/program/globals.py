import os, sys as s, collections.abc
from math import *
from random import randint as r
x: int = 1
def f():
    global x
    x = 2
    assert x, 'message'
    return lambda *a, **k: (a, k)
@f()
def h(): pass
print(h)
