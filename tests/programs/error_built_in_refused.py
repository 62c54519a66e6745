# python: no (CPython runs it)
# exit: 1
# error: .py:8:
# error: module 'builtins' has no 'help'
# error: .py:10:
# error: module 'builtins' has no 'breakpoint'
print('never printed')
help(print)
def later():
    breakpoint()
