# Event and Condition between processes.
# stands for: _TestEvent.test_event, _TestCondition.test_notify
# arguments: --start-method spawn
from multiprocessing import Condition, Event, Process, Queue


def wait_for(event, condition, ready, q):
    q.put(event.wait(100))
    with condition:
        ready.set()
        q.put(condition.wait(100))


if __name__ == "__main__":
    event, ready, condition, q = Event(), Event(), Condition(), Queue()
    print(event.is_set(), event.wait(0.02))
    p = Process(target=wait_for, args=(event, condition, ready, q))
    p.start()
    event.set()
    ready.wait(100)
    with condition:
        condition.notify()
    p.join()
    print(q.get(), q.get(), event.is_set())
    event.clear()
    print(event.is_set())
    try:
        condition.notify()
    except AssertionError as error:
        print(error)
# expect: False False
# expect: True True True
# expect: False
# expect: lock is not owned
