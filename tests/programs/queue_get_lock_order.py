# get() sleeps with the reader's lock, and gives the slot back after it; get() with a limit looks at the pipe under the lock.
# shows: checklist 4, T2
import queue
import threading
import time
from multiprocessing import Queue

q = Queue(1)
got = []
sleeper = threading.Thread(target=lambda: got.append(q.get()))
sleeper.start()
while q._rlock.acquire(False):
    q._rlock.release()
    time.sleep(0.001)
print("the sleeper has the lock")
for limit in (0, 0.02):
    try:
        q.get(timeout=limit)
    except queue.Empty:
        print("Empty within", limit)
try:
    q.get_nowait()
except queue.Empty:
    print("Empty at once")
q.put("item")
sleeper.join()
print(got, q._rlock.acquire(False), q.qsize(), q.full())
q.put("under the lock")
while q.empty():
    time.sleep(0.001)
try:
    q.get_nowait()
except queue.Empty:
    print("Empty, with an item in the pipe:", not q.empty(), q.full())
q._rlock.release()
print(q.get(timeout=100), q.qsize())
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("the lock is free again:", q._rlock.acquire(False))
# expect: the sleeper has the lock
# expect: Empty within 0
# expect: Empty within 0.02
# expect: Empty at once
# expect: ['item'] True 0 False
# expect: Empty, with an item in the pipe: True True
# expect: under the lock 0
# expect: the lock is free again: True
