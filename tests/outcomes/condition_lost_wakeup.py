# notify() wakes who sleeps at that moment, and nobody later. If main has the lock first, nobody sleeps yet: the child then waits for
# ever, and main for the child. Otherwise the child sleeps (wait() gives the lock back) before main can notify.
# outcome: ok "woken\n"
# outcome: stuck ""
from multiprocessing import Condition, Process


def sleeper(condition):
    with condition:
        condition.wait()
    print("woken", flush=True)


if __name__ == "__main__":
    condition = Condition()
    child = Process(target=sleeper, args=(condition,))
    child.start()
    with condition:
        condition.notify()
    child.join()
