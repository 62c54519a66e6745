# python: no (CPython runs it)
# exit: 1
# error: .py:5:
# error: the module 'tkinter'
import tkinter
