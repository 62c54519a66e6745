# A process that is killed while it waits on a condition or an event is still counted: the next notify waits for it to wake,
# for ever, with the lock held.
# shows: T12
import time
from multiprocessing import Condition, Event, Process


def wait(condition):
    with condition:
        condition.wait()


def notify(condition):
    with condition:
        condition.notify()


def wait_for_event(event):
    event.wait()


def set_event(event):
    event.set()


def show(waits, wakes, shared, condition):
    p = Process(target=waits, args=(shared,))
    p.start()
    while condition._sleeping_count.get_value() == 0:
        time.sleep(0.005)
    with condition:  # it has given the lock back
        p.kill()
    p.join()
    hanging = Process(target=wakes, args=(shared,))
    hanging.start()
    while condition._sleeping_count.get_value() > 0:
        time.sleep(0.005)
    hanging.join(0.3)
    print(p.exitcode, hanging.is_alive(), condition.acquire(timeout=0.05))
    hanging.kill()
    hanging.join()


if __name__ == "__main__":
    condition, event = Condition(), Event()
    show(wait, notify, condition, condition)
    show(wait_for_event, set_event, event, event._cond)
# expect: -9 True False
# expect: -9 True False
