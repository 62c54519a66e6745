# python: no (CPython runs it)
# exit: 1
# error: .py:7:
# error: 'except*'
try:
    pass
except* ValueError:
    pass
