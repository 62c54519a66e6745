# wait_for() waits until a condition holds, or until its time is up; it answers what the condition said last.
# stands for: _TestCondition.test_waitfor, _TestCondition.test_waitfor_timeout
# arguments: --start-method spawn
import sys
import time
from multiprocessing import Condition, Process, Value


def until_four(condition, state):
    with condition:
        state.value = 0
        condition.notify()
        if not condition.wait_for(lambda: state.value == 4) or state.value != 4:
            sys.exit(1)


def never_four(condition, state, waited):
    with condition:
        state.value = 0
        condition.notify()
        began = time.monotonic()
        answer = condition.wait_for(lambda: state.value == 4, timeout=0.2)
        waited.value = not answer and time.monotonic() - began >= 0.199


if __name__ == "__main__":
    for target, steps in ((until_four, 4), (never_four, 3)):
        condition, state, waited = Condition(), Value("i", -1), Value("i", 0)
        p = Process(target=target, args=(condition, state, waited)[: 2 if steps == 4 else 3])
        p.start()
        with condition:
            print(condition.wait_for(lambda: state.value == 0), state.value)
        for _ in range(steps):
            with condition:
                state.value += 1
                condition.notify()
        p.join()
        print(p.exitcode, state.value, waited.value)
    with condition:
        print(condition.wait_for(lambda: "at once"), condition.wait_for(lambda: 0, timeout=0.01), condition.wait_for(list, -1))
# expect: True 0
# expect: 0 4 0
# expect: True 0
# expect: 0 3 1
# expect: at once 0 []
