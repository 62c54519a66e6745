# An item that cannot be pickled: put() succeeds, the feeder reports it and gives the slot back.
# shows: T8, checklist 7
# stands for: _TestQueue.test_queue_feeder_donot_stop_onexc
# error: PicklingError: Can't pickle <function <lambda> at 0x
import sys
import time
from multiprocessing import Queue

q = Queue(1)
q.put(lambda: 0)
q.put("next", timeout=100)
print(q.get())
while q.qsize():
    time.sleep(0.01)
print(q.qsize(), q.full())
# expect: next
# expect: 0 False
