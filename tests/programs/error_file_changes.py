# The traceback shows the text that was run, not what the file holds now.
# exit: 1
# error:     1 / zero  # the text that ran
# error: ZeroDivisionError: division by zero
# python: no (CPython reads the file again)
import os
import sys

folder = "/tmp"
path = os.path.join(folder, "forkscope_changing_%d.py" % os.getpid())
with open(path, "w") as file:
    file.write("def fail(zero):\n    1 / zero  # the text that ran\n")
sys.path.insert(0, folder)
changing = __import__(os.path.basename(path)[:-3])
with open(path, "w") as file:
    file.write("# another text\n# altogether\n")
os.remove(path)
changing.fail(0)
