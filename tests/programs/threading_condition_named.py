"""Condition.notify(n=...) wakes as many, and Event.wait() says True of an event that was cleared as soon as it was set."""
import threading
import time

places = threading.Semaphore(0)
woken = threading.Semaphore(0)
condition = threading.Condition()


def sleeper():
    with condition:
        places.release()
        condition.wait()
    woken.release()


sleepers = [threading.Thread(target=sleeper) for _ in range(5)]
for each in sleepers:
    each.start()
for _ in sleepers:
    places.acquire()
with condition:
    condition.notify(n=3)
print([woken.acquire(timeout=60) for _ in range(3)])
with condition:
    condition.notify(n=2)
for each in sleepers:
    each.join()
print(woken._value)
# expect: [True, True, True]
# expect: 2

event = threading.Event()
answers = []
waiter = threading.Thread(target=lambda: answers.append(event.wait(60)))
waiter.start()
while not repr(event._cond).endswith(", 1)>"):
    time.sleep(0.001)
event.set()
event.clear()
waiter.join()
print(answers)
# expect: [True]

try:
    with condition:
        condition.notify(many=3)
except TypeError as error:
    print("TypeError")
# expect: TypeError
