# empty() right after put() may say True: the item is still on its way through the feeder thread, and empty() looks at the pipe.
# qsize() counts it already.
# shows: T1, T4, checklist 2, checklist 3
import time
from multiprocessing import Queue

q = Queue()
q._wlock.acquire()  # the feeder cannot write
q.put("an item")
print(q.empty(), q.qsize(), q.full())
q._wlock.release()
while q.empty():
    time.sleep(0.001)
print(q.empty(), q.qsize(), q.get(), q.qsize())
# expect: True 1 False
# expect: False 1 an item 0
