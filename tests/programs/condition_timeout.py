# wait() says whether it was woken: False when the time is up.
# stands for: _TestCondition.test_timeout, _TestCondition.test_wait_result
import os
import signal
import time
from multiprocessing import Condition, Process


def wake_then_interrupt(condition, pid, interrupts):
    with condition:
        condition.notify()
    if interrupts:
        while condition._sleeping_count.get_value() == 0:
            time.sleep(0.01)
        with condition:  # main waits, and has given the lock back
            pass
        time.sleep(0.2)
        os.kill(pid, signal.SIGINT)


if __name__ == "__main__":
    condition = Condition()
    with condition:
        began = time.monotonic()
        print(condition.wait(0), condition.wait(0.1), time.monotonic() - began >= 0.099)
        p = Process(target=wake_then_interrupt, args=(condition, os.getpid(), True))
        p.start()
        print(condition.wait(100))
        try:
            condition.wait(100)
        except KeyboardInterrupt:
            print("KeyboardInterrupt")
        p.join()
        print(condition)
# expect: False False True
# expect: True
# expect: KeyboardInterrupt
# expect: <Condition(<RLock(MainProcess, 1)>, 0)>
