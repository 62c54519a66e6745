# python: no (CPython runs it)
# exit: 1
# error: .py:8:
# error: module 'os' has no 'mkfifo'
import os
from os import path
print('never printed')
os.mkfifo(path.join('a', 'b'))
