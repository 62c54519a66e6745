# queue.Queue between threads.
import queue
import threading

q = queue.Queue(maxsize=2)


def produce():
    for n in range(6):
        q.put(n)
    q.put(None)


t = threading.Thread(target=produce)
t.start()
got = []
while (item := q.get()) is not None:
    got.append(item)
t.join()
print(got, q.empty(), q.qsize(), q.full())
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("Empty")
q.put(1)
q.put(2)
try:
    q.put_nowait(3)
except queue.Full:
    print("Full")
last = queue.LifoQueue()
first = queue.PriorityQueue()
for n in (3, 1, 2):
    last.put(n)
    first.put(n)
print([last.get() for _ in range(3)], [first.get() for _ in range(3)])
# expect: [0, 1, 2, 3, 4, 5] True 0 False
# expect: Empty
# expect: Full
# expect: [2, 1, 3] [1, 2, 3]
