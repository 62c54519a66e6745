# What locks and semaphores refuse, in CPython's words.
# shows: checklist 14
# stands for: _TestLock.test_lock, _TestLock.test_rlock, _TestLock.test_lock_context, _TestSemaphore.test_timeout
from multiprocessing import BoundedSemaphore, Lock, RLock, Semaphore

lock = Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.02), lock.acquire(timeout=0))
lock.release()
for action in (lock.release, RLock().release, BoundedSemaphore(2).release, lambda: lock.acquire(blocking=False),
               lambda: Semaphore(-1)):
    try:
        action()
    except (ValueError, AssertionError, TypeError, OSError) as error:
        print(type(error).__name__, error)
nested = RLock()
print(nested.acquire(), nested.acquire(), nested)
nested.release()
nested.release()
print(nested, lock)
with lock:
    print(lock)
s = Semaphore(2)
s.acquire()
print(s, s.get_value())
# expect: True False False False
# expect: ValueError semaphore or lock released too many times
# expect: AssertionError attempt to release recursive lock not owned by thread
# expect: ValueError semaphore or lock released too many times
# expect: TypeError 'blocking' is an invalid keyword argument for acquire()
# expect: OSError [Errno 22] Invalid argument
# expect: True True <RLock(MainProcess, 2)>
# expect: <RLock(None, 0)> <Lock(owner=None)>
# expect: <Lock(owner=MainProcess)>
# expect: <Semaphore(value=1)> 1
