# python: no (CPython runs it)
# exit: 1
# error: .py:7:
# error: module 'string' has no 'Formatter'
import string
print('never printed')
string.Formatter()
