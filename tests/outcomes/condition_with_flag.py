# The flag remembers that notify() came: the child, which has the lock while it looks, does not wait if it is set.
# outcome: ok "woken\n"
from multiprocessing import Condition, Process, RawValue


def sleeper(condition, flag):
    with condition:
        while not flag.value:
            condition.wait()
    print("woken", flush=True)


if __name__ == "__main__":
    condition = Condition()
    flag = RawValue("i", 0)
    child = Process(target=sleeper, args=(condition, flag))
    child.start()
    with condition:
        flag.value = 1
        condition.notify()
    child.join()
