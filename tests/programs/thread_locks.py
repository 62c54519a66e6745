# Locks, conditions, events and semaphores between threads.
import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
for action in (lock.release, threading.RLock().release, lambda: threading.Condition().notify(),
               lambda: threading.Condition().wait()):
    try:
        action()
    except RuntimeError as error:
        print(error)

count = 0


def add():
    global count
    for _ in range(1000):
        with lock:
            count += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)

items = []
condition = threading.Condition()


def consume():
    with condition:
        while not items:
            condition.wait()
        print("got", items.pop())


t = threading.Thread(target=consume)
t.start()
with condition:
    items.append("item")
    condition.notify()
t.join()
event = threading.Event()
print(event.is_set(), event.wait(0.01))
event.set()
print(event.wait())
semaphore = threading.Semaphore(1)
print(semaphore.acquire(), semaphore.acquire(blocking=False))
# expect: True True False False
# expect: release unlocked lock
# expect: cannot release un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
# expect: 4000
# expect: got item
# expect: False False
# expect: True
# expect: True False
