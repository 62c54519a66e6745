# Threads that compute take turns: all get on, and nothing that is done under a lock is lost.
# expect: 40000
# expect: [2, 2]
# expect: True
import threading

total = 0
lock = threading.Lock()
turns = []
finished = []


def count(number):
    global total
    for _ in range(20000):
        with lock:
            total += 1
    finished.append(2)


def spin(stop):
    value = 0
    while not stop:
        value += 1
    turns.append(value > 0)


counters = [threading.Thread(target=count, args=(n,)) for n in range(2)]
stop = []
spinner = threading.Thread(target=spin, args=(stop,))
spinner.start()
for thread in counters:
    thread.start()
for thread in counters:
    thread.join()
stop.append(True)
spinner.join()
print(total)
print(finished)
print(turns[0])
