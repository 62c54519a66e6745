# A condition is used with its lock held. A nested lock is given back as often as it was taken while waiting.
# shows: 1.1, checklist 14
from multiprocessing import Condition, Lock, Process, RLock

condition = Condition()
for action in (condition.wait, condition.notify, condition.notify_all, condition.release):
    try:
        action()
    except AssertionError as error:
        print(error)
print(condition.wait_for(lambda: 5))


def wake(condition):
    with condition:
        condition.notify()


for lock in (RLock(), Lock()):
    condition = Condition(lock)
    with condition:
        nested = hasattr(lock, "_semlock") and isinstance(lock, type(RLock())) and lock.acquire()
        p = Process(target=wake, args=(condition,))
        p.start()
        print(condition.wait(100), condition, condition.acquire == lock.acquire)
        p.join()
        if nested:
            lock.release()
    print(lock)
# expect: must acquire() condition before using wait()
# expect: lock is not owned
# expect: lock is not owned
# expect: attempt to release recursive lock not owned by thread
# expect: 5
# expect: True <Condition(<RLock(MainProcess, 2)>, 0)> True
# expect: <RLock(None, 0)>
# expect: True <Condition(<Lock(owner=MainProcess)>, 0)> True
# expect: <Lock(owner=None)>
