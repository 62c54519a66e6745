# A handler runs in the middle of a wait, which then goes on for the rest of its time, or ends if the handler raises.
import signal
import threading
import time

count = 0


def tick(number, frame):
    global count
    count += 1


signal.signal(signal.SIGALRM, tick)
slept = []
while count < 2:
    begin = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    time.sleep(0.3)
    signal.setitimer(signal.ITIMER_REAL, 0)
    slept.append(time.monotonic() - begin)
print(min(slept) >= 0.3)

event = threading.Event()
signal.signal(signal.SIGALRM, lambda number, frame: event.set())
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(event.wait(100), event.is_set())

lock = threading.Lock()
lock.acquire()
signal.signal(signal.SIGALRM, lambda number, frame: lock.release())
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(lock.acquire(timeout=100), lock.locked())


class TimeIsUp(Exception):
    pass


def stop(number, frame):
    raise TimeIsUp("after a while")


signal.signal(signal.SIGALRM, stop)
condition = threading.Condition()
for wait in (lambda: time.sleep(100), lambda: threading.Event().wait(100), lambda: lock.acquire(timeout=100)):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        wait()
    except TimeIsUp as error:
        print("raised", error)
with condition:
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        condition.wait()
    except TimeIsUp:
        print("the lock is held again:", condition._is_owned())
try:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while True:
        pass
except TimeIsUp:
    print("out of the loop")
# expect: True
# expect: True True
# expect: True True
# expect: raised after a while
# expect: raised after a while
# expect: raised after a while
# expect: the lock is held again: True
# expect: out of the loop
