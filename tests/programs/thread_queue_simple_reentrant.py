# A SimpleQueue may be put into while it is being used: by a signal handler and by a __del__.
import gc
import queue
import signal
import threading

items = queue.SimpleQueue()


def handle(number, frame):
    items.put("from the handler")


signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.2)
print(items.get())

# While others put and get, again and again.
signal.setitimer(signal.ITIMER_REAL, 0.002, 0.002)
taken = 0
for number in range(2000):
    items.put(number)
    items.get()
    taken += 1
signal.setitimer(signal.ITIMER_REAL, 0)
print(taken)
while not items.empty():
    items.get()


class Last:
    def __del__(self):
        items.put("from __del__")


for number in range(20):
    kept = [Last()]
    kept.append(kept)
    del kept
    items.put(number)
gc.collect()
found = [items.get() for _ in range(items.qsize())]
print(found.count("from __del__"), [item for item in found if item != "from __del__"] == list(range(20)))

# Nobody who waits is forgotten.
results = queue.SimpleQueue()


def work():
    while True:
        item = items.get()
        if item is None:
            return
        results.put(item * item)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for number in range(100):
    items.put(number)
print(sum(results.get() for _ in range(100)))
for _ in threads:
    items.put(None)
for thread in threads:
    thread.join()
for arguments in ((False,), (True, 0), (True, 0.01), (True, -1)):
    try:
        items.get(*arguments)
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
# expect: from the handler
# expect: 2000
# expect: 20 True
# expect: 328350
# expect: Empty 
# expect: Empty 
# expect: Empty 
# expect: ValueError 'timeout' must be a non-negative number
