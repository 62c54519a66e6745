# What locks and semaphores say of themselves: who has them, in which thread, in which process.
# shows: 1.1
import threading
from multiprocessing import BoundedSemaphore, Condition, Event, Lock, Process, RLock, Semaphore


def show(*locks):
    print(*locks)


def in_thread(*locks):
    thread = threading.Thread(target=show, args=locks, name="other")
    thread.start()
    thread.join()


def in_process(*locks):
    p = Process(target=show, args=locks, name="Child")
    p.start()
    p.join()


if __name__ == "__main__":
    lock, rlock = Lock(), RLock()
    show(lock, rlock)
    lock.acquire()
    rlock.acquire()
    rlock.acquire()
    show(lock, rlock)
    in_thread(lock, rlock)
    in_process(lock, rlock)
    thread = threading.Thread(target=lambda: rlock2.acquire() and show(rlock2), name="T")
    rlock2 = RLock()
    thread.start()
    thread.join()
    print(rlock2)
    print(Semaphore(3), BoundedSemaphore(2), Condition(), Condition(Lock()))
    event = Event()
    print(repr(event).split()[0], repr(event).split()[-1])
    event.set()
    print(repr(event).split()[-1])
# expect: <Lock(owner=None)> <RLock(None, 0)>
# expect: <Lock(owner=MainProcess)> <RLock(MainProcess, 2)>
# expect: <Lock(owner=SomeOtherThread)> <RLock(SomeOtherThread, nonzero)>
# expect: <Lock(owner=SomeOtherProcess)> <RLock(SomeOtherProcess, nonzero)>
# expect: <RLock(MainProcess|T, 1)>
# expect: <RLock(SomeOtherThread, nonzero)>
# expect: <Semaphore(value=3)> <BoundedSemaphore(value=2, maxvalue=2)> <Condition(<RLock(None, 0)>, 0)> <Condition(<Lock(owner=None)>, 0)>
# expect: <Event unset>
# expect: set>
