import threading, queue, multiprocessing
q = queue.Queue(2)
lock = threading.Lock()
with lock:
    q.put(1)
print(q.get_nowait(), q.empty())
t = threading.Thread(target=print)
t.start()
