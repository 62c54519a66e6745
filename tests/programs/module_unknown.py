# python: no (CPython looks for the module; Forkscope refuses the file before it runs)
# exit: 1
# error: Forkscope cannot run the module 'numpy'. Run the file with python3 instead: CPython can.
import sys

print("never printed")
import numpy
