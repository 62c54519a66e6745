# exit: 1
# error: [Previous line repeated 997 more times]
# error: RecursionError: maximum recursion depth exceeded
# Of an uncaught exception the last 1000 frames are shown.
import sys

sys.setrecursionlimit(3000)


def deep(number):
    return deep(number + 1)


deep(0)
