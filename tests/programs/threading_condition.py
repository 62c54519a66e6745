# Conditions: notify one or all, wait_for, time limits, and the lock that has to be held.
import threading

condition = threading.Condition()
items = []
got = []


def take():
    with condition:
        condition.wait_for(lambda: items)
        got.append(items.pop(0))


threads = [threading.Thread(target=take) for _ in range(3)]
for thread in threads:
    thread.start()
for item in "abc":
    with condition:
        items.append(item)
        condition.notify()
for thread in threads:
    thread.join()
print(sorted(got), items)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, timeout=0.01), condition.wait_for(lambda: "value"))
for method in (condition.wait, condition.notify, condition.notify_all, condition.release):
    try:
        method()
    except RuntimeError as error:
        print(error)
print(repr(condition).split(" at ")[0], repr(condition)[-4:])
shared = threading.Lock()
first, second = threading.Condition(shared), threading.Condition(shared)
with first:
    print(shared.locked(), repr(second).split(" object")[0])
nested = threading.RLock()
condition = threading.Condition(nested)
with nested, condition:
    threading.Timer(0.02, lambda: notify()).start()

    def notify():
        with condition:
            condition.notify_all()

    print(condition.wait(100), nested._is_owned())
# expect: ['a', 'b', 'c'] []
# expect: False False value
# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot release un-acquired lock
# expect: <Condition(<unlocked _thread.RLock object owner=0 count=0  0)>
# expect: True <Condition(<locked _thread.lock
# expect: True True
try:
    threading.Condition(5)
except AttributeError as error:
    print(error)  # expect: 'int' object has no attribute 'acquire'
