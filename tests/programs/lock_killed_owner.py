# A process that is killed while it has a lock never gives it back; nobody notices.
# shows: T12
import os
import signal
from multiprocessing import Event, Lock, Process, Semaphore


def die_with(lock, semaphore, ready):
    lock.acquire()
    semaphore.acquire()
    ready.set()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    lock, semaphore, ready = Lock(), Semaphore(2), Event()
    p = Process(target=die_with, args=(lock, semaphore, ready))
    p.start()
    p.join()
    print(p.exitcode, ready.is_set(), lock.acquire(timeout=0.1), lock, semaphore)
    lock.release()
    print(lock.acquire(False))
# expect: -9 True False <Lock(owner=SomeOtherProcess)> <Semaphore(value=1)>
# expect: True
