# python: no (CPython looks for the module; Forkscope refuses the file before it runs)
# exit: 1
# error: There is no module 'numpy' here: neither in Python nor beside the program. If it is a package that you installed, run the file with python3 instead.
import sys

print("never printed")
import numpy
