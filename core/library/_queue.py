"""What CPython's queue takes from a module in C, and names after it: pickles say `_queue Empty`."""

from queue import Empty, SimpleQueue
