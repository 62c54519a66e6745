# exit: 1
# error: a message for stderr
import sys

sys.exit("a message for stderr")
