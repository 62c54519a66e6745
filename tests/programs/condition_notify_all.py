# notify_all() wakes everybody who waits: processes and threads; those whose time ran out are forgotten.
# stands for: _TestCondition.test_notify_all
import threading
from multiprocessing import Condition, Process, Semaphore


def wait(condition, sleeping, woken, timeout=None):
    with condition:
        sleeping.release()
        condition.wait(timeout)
        woken.release()


if __name__ == "__main__":
    condition, sleeping, woken = Condition(), Semaphore(0), Semaphore(0)
    for timeout in (0.05, None):
        started = [kind(target=wait, args=(condition, sleeping, woken, timeout)) for kind in (Process, threading.Thread) * 2]
        for worker in started:
            worker.start()
        for _ in started:
            sleeping.acquire()
        if timeout is None:
            with condition:
                print(woken, condition._sleeping_count.get_value() - condition._woken_count.get_value())
                condition.notify_all()
        for _ in started:
            woken.acquire()
        for worker in started:
            worker.join()
        print(woken, condition)
# expect: <Semaphore(value=0)> <Condition(<RLock(None, 0)>, 0)>
# expect: <Semaphore(value=0)> 4
# expect: <Semaphore(value=0)> <Condition(<RLock(None, 0)>, 0)>
