# How acquire() and the constructors take their arguments.
# shows: 1.1, checklist 14
from multiprocessing import BoundedSemaphore, Lock, Queue, RLock, Semaphore

lock = Lock()


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: lock.acquire(block=True, timeout=None))
attempt(lambda: lock.acquire(block=False, timeout=5))
attempt(lambda: lock.acquire(True, 0))
attempt(lambda: lock.acquire(True, -1))
attempt(lambda: lock.acquire(1, 0.01))
attempt(lambda: lock.acquire(blocking=False))
attempt(lambda: lock.acquire("no"))
attempt(lambda: lock.acquire(True, "1"))
attempt(lambda: lock.acquire(1, 2, 3))
attempt(lambda: lock.__enter__ is not None and lock.__exit__(None, None, None))
attempt(lambda: Semaphore(value=3))
attempt(lambda: Semaphore("1"))
attempt(lambda: Semaphore(1.5))
attempt(lambda: Semaphore(-1))
attempt(lambda: Semaphore(2**31))
attempt(lambda: Queue(2**31))
attempt(lambda: BoundedSemaphore(0).acquire(False))
attempt(lambda: BoundedSemaphore().release())
attempt(lambda: RLock().acquire(False))
attempt(lambda: lock.locked())
# expect: True
# expect: False
# expect: False
# expect: False
# expect: False
# expect: TypeError: 'blocking' is an invalid keyword argument for acquire()
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: must be real number, not str
# expect: TypeError: acquire() takes at most 2 arguments (3 given)
# expect: None
# expect: <Semaphore(value=3)>
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: OSError: [Errno 22] Invalid argument
# expect: OverflowError: Python int too large to convert to C int
# expect: OverflowError: Python int too large to convert to C int
# expect: False
# expect: ValueError: semaphore or lock released too many times
# expect: True
# expect: AttributeError: 'Lock' object has no attribute 'locked'
