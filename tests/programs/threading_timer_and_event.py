# Timers run later or never; events, waited for with and without limit; locks and their repr.
import threading

event = threading.Event()
log = []
timer = threading.Timer(0.02, log.append, args=("late",))
print(repr(timer), event.is_set(), repr(event).split(": ")[1])
timer.start()
timer.join()
print(log, timer.is_alive(), timer.finished.is_set())
never = threading.Timer(60, log.append, ["never"])
never.start()
never.cancel()
never.join()
print(log)
threading.Timer(0.02, event.set).start()
print(event.wait(0.001) in (True, False), event.wait(30), event.is_set(), repr(event).split(": ")[1])
event.clear()
print(event.wait(0), event.wait(timeout=0.01))
lock, nested = threading.Lock(), threading.RLock()
print(repr(lock).split(" at ")[0], lock.acquire(), repr(lock).split(" at ")[0], lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
print(repr(nested).split(" at ")[0], nested.acquire(), nested.acquire(), repr(nested)[:31], repr(nested).split(" ")[-3])
nested.release()
nested.release()
for attempt in (lock.release, nested.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2)):
    try:
        attempt()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
# expect: <Timer(Thread-1, initial)> False unset>
# expect: ['late'] False True
# expect: ['late']
# expect: True True True set>
# expect: False False
# expect: <unlocked _thread.lock object True <locked _thread.lock object False False
# expect: <unlocked _thread.RLock object owner=0 count=0 True True <locked _thread.RLock object ow count=2
# expect: RuntimeError: release unlocked lock
# expect: RuntimeError: cannot release un-acquired lock
# expect: ValueError: can't specify a timeout for a non-blocking call
# expect: ValueError: timeout value must be positive
