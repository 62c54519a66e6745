# Locks, conditions, events and barriers in a manager's server.
# stands for: TestSyncManagerTypes.test_event, TestSyncManagerTypes.test_lock, TestSyncManagerTypes.test_rlock
# stands for: TestSyncManagerTypes.test_semaphore, TestSyncManagerTypes.test_bounded_semaphore
# stands for: TestSyncManagerTypes.test_condition, TestSyncManagerTypes.test_barrier
import threading
from multiprocessing import Manager, Process


def work(event, lock, semaphore, condition, barrier, shared):
    event.wait()
    with lock:
        shared.append("lock")
    semaphore.acquire()
    with condition:
        shared.append("condition")
        condition.notify_all()
    barrier.wait(100)


if __name__ == "__main__":
    with Manager() as m:
        event, lock, semaphore, condition, barrier = m.Event(), m.Lock(), m.Semaphore(1), m.Condition(), m.Barrier(2)
        shared = m.list()
        p = Process(target=work, args=(event, lock, semaphore, condition, barrier, shared))
        p.start()
        print(event.is_set(), event.wait(0.01), lock.acquire(), lock.acquire(False), lock.acquire(True, 0.01))
        event.set()
        lock.release()
        with condition:
            print(condition.wait_for(lambda: len(shared) == 2, timeout=100), semaphore.acquire(blocking=False))
        barrier.wait(100)
        p.join()
        print(shared, event.is_set(), barrier.parties, barrier.n_waiting, barrier.broken)
        event.clear()
        rlock = m.RLock()
        print(event.is_set(), rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release())
        for bad in (lock.release, rlock.release, m.BoundedSemaphore(1).release, condition.notify):
            try:
                bad()
            except (RuntimeError, ValueError) as error:
                print(type(error).__name__, error)
        barrier.abort()
        try:
            barrier.wait()
        except threading.BrokenBarrierError:
            print("broken", barrier.broken)
        barrier.reset()
        print(barrier.broken, type(lock).__name__, type(condition).__name__, type(barrier).__name__)
# expect: False False True False False
# expect: True False
# expect: ['lock', 'condition'] True 2 0 False
# expect: False True True None None
# expect: RuntimeError release unlocked lock
# expect: RuntimeError cannot release un-acquired lock
# expect: ValueError Semaphore released too many times
# expect: RuntimeError cannot notify on un-acquired lock
# expect: broken True
# expect: False AcquirerProxy ConditionProxy BarrierProxy
