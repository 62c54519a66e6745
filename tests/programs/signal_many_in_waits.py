# A wait goes on after each handler, however many signals come: 1200 of them are no recursion.
import os
import signal
import threading
import time

INTERVAL, SIGNALS = 0.0003, 1200
count, end = 0, None


def tick(number, frame):
    global count
    signal.setitimer(signal.ITIMER_REAL, 0)
    count += 1
    if count == SIGNALS:
        return end()
    signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)


class TimeIsUp(Exception):
    pass


def stop():
    raise TimeIsUp("after %d signals" % count)


def wait(what, until):
    global count, end
    count, end = 0, until
    signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)
    try:
        return what()
    except TimeIsUp as error:
        return error


signal.signal(signal.SIGALRM, tick)
print(wait(lambda: time.sleep(1000), stop))
# expect: after 1200 signals
event = threading.Event()
print(wait(event.wait, event.set), wait(threading.Event().wait, stop))
# expect: True after 1200 signals
lock = threading.Lock()
lock.acquire()
print(wait(lambda: lock.acquire(timeout=1000), lock.release), lock.locked())
# expect: True True
reader, writer = os.pipe()
print(wait(lambda: os.read(reader, 10), lambda: os.write(writer, b"enough")), count)
# expect: b'enough' 1200


# A handler that waits itself, and is interrupted in turn.
def wait_twice(number, frame):
    if number == signal.SIGALRM:
        return tick(number, frame)
    signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)
    print(os.read(reader, 10))
    os.write(writer, b"outside")


count, end = 0, lambda: os.write(writer, b"inside")
signal.signal(signal.SIGUSR1, wait_twice)
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
print(os.read(reader, 10))
# expect: b'inside'
# expect: b'outside'
