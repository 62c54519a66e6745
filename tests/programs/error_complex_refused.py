# python: no (CPython runs it)
# exit: 1
# error: .py:6:
# error: complex numbers
x = 1
z = 3 + 4j
