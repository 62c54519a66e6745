# notify(n) wakes as many as asked for, or all there are.
# stands for: _TestCondition.test_notify_n, _TestCondition.test_notify
from multiprocessing import Condition, Process, Semaphore


def wait(condition, sleeping, woken):
    with condition:
        sleeping.release()
        condition.wait()
        woken.release()


if __name__ == "__main__":
    condition, sleeping, woken = Condition(), Semaphore(0), Semaphore(0)
    processes = [Process(target=wait, args=(condition, sleeping, woken)) for _ in range(4)]
    for p in processes:
        p.start()
    for _ in processes:
        sleeping.acquire()
    for n, woken_now in ((1, 1), (2, 2), (9, 1), (3, 0)):
        with condition:
            condition.notify(n=n)
        for _ in range(woken_now):
            woken.acquire()
        print(n, woken.acquire(timeout=0.05), condition._sleeping_count.get_value() - condition._woken_count.get_value())
    for p in processes:
        p.join()
# expect: 1 False 3
# expect: 2 False 1
# expect: 9 False 0
# expect: 3 False 0
