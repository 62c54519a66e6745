# python: no (CPython runs it)
# exit: 1
# error: .py:7:
# error: module 'threading' has no 'settrace'
import threading
print('never printed')
threading.settrace(None)
