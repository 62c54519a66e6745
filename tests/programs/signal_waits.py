# A handler runs in the middle of a wait, which then goes on for the rest of its time, or ends if the handler raises.
import signal
import threading
import time

count = 0


def tick(number, frame):
    global count
    count += 1


signal.signal(signal.SIGALRM, tick)
begin = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
time.sleep(0.3)
signal.setitimer(signal.ITIMER_REAL, 0)
print(time.monotonic() - begin >= 0.3, count >= 2)

event = threading.Event()
signal.signal(signal.SIGALRM, lambda number, frame: event.set())
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(event.wait(20), event.is_set())

lock = threading.Lock()
lock.acquire()
signal.signal(signal.SIGALRM, lambda number, frame: lock.release())
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(lock.acquire(timeout=20), lock.locked())


class TimeIsUp(Exception):
    pass


def stop(number, frame):
    raise TimeIsUp("after a while")


signal.signal(signal.SIGALRM, stop)
condition = threading.Condition()
for wait in (lambda: time.sleep(20), lambda: threading.Event().wait(20), lambda: lock.acquire(timeout=20)):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        wait()
    except TimeIsUp as error:
        print("raised", error)
with condition:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        condition.wait()
    except TimeIsUp:
        print("the lock is held again:", condition._is_owned())
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except TimeIsUp:
    print("out of the loop")
# expect: True True
# expect: True True
# expect: True True
# expect: raised after a while
# expect: raised after a while
# expect: raised after a while
# expect: the lock is held again: True
# expect: out of the loop
