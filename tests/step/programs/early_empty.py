"""Puts, then asks: what empty() and qsize() say depends on how far the feeder is."""
import sys
from multiprocessing import Queue

q = Queue()
for number in range(int(sys.argv[1])):
    q.put(number)
print(q.empty(), q.qsize())
