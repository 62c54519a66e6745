# JoinableQueue counts an item that cannot be pickled as unfinished, for ever: join() never returns.
# shows: T8, checklist 7
# error: PicklingError: Can't pickle <function <lambda> at 0x
import time
from multiprocessing import JoinableQueue
from threading import Thread

q = JoinableQueue()
q.put(lambda: 0)
while q.qsize():
    time.sleep(0.005)
waiting = Thread(target=q.join, daemon=True)
waiting.start()
waiting.join(0.2)
print(q.qsize(), q.empty(), waiting.is_alive(), q._unfinished_tasks.get_value())
# expect: 0 True True 1
