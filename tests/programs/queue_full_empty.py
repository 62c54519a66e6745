# Full is raised when no slot is free; Empty when there is nothing, or when waiting took too long.
# shows: T3, checklist 5
# stands for: _TestQueue.test_put, _TestQueue.test_get, _TestQueue.test_qsize, _TestQueue.test_timeout
import time
from multiprocessing import Queue
from queue import Empty, Full

q = Queue(2)
q.put("a")
q.put("b")
print(q.full(), q.qsize())
try:
    q.put("c", block=False)
except Full:
    print("Full")
try:
    q.put("c", timeout=0.05)
except Full:
    print("Full after waiting")
try:
    q.put_nowait("c")
except Full:
    print("Full at once")
print(q.get(), q.get())
print(q.full(), q.qsize())
began = time.monotonic()
try:
    q.get(timeout=0.05)
except Empty:
    print("Empty", time.monotonic() - began >= 0.045)
try:
    q.get_nowait()
except Empty:
    print("Empty at once")
try:
    q.get(False, 10)
except Empty:
    print("Empty at once")
# expect: True 2
# expect: Full
# expect: Full after waiting
# expect: Full at once
# expect: a b
# expect: False 0
# expect: Empty True
# expect: Empty at once
# expect: Empty at once
