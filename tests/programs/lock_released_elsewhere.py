# A Lock has no owner in the system: another thread or process may release it. An RLock insists on its owner.
# shows: 1.1
import threading
from multiprocessing import Lock, Process, RLock


def release(lock):
    try:
        lock.release()
        print("released")
    except AssertionError as error:
        print(error)


if __name__ == "__main__":
    lock, rlock = Lock(), RLock()
    for run in (threading.Thread, Process):
        lock.acquire()
        worker = run(target=release, args=(lock,))
        worker.start()
        worker.join()
        print(lock.acquire(False), lock)
        lock.release()
        rlock.acquire()
        worker = run(target=release, args=(rlock,))
        worker.start()
        worker.join()
        rlock.release()
# expect: released
# expect: True <Lock(owner=MainProcess)>
# expect: attempt to release recursive lock not owned by thread
# expect: released
# expect: True <Lock(owner=MainProcess)>
# expect: attempt to release recursive lock not owned by thread
