# The lock of a Value: its own, a given one, or none; get_lock(), get_obj(), acquire() and release(), `with`.
# stands for: _TestValue.test_getobj_getlock
from multiprocessing import Array, Lock, Process, RLock, Value

own, given, lock = Value("i", 5), Value("i", 1, lock=RLock()), Lock()
print(own.get_lock(), own.get_obj(), type(own).__name__)
other = Value("i", 2, lock=lock)
print(other.get_lock() is lock, given.get_lock(), other)
for choice in (True, None, False):
    print(choice, type(Value("i", 1, lock=choice)).__name__, type(Array("i", 1, lock=choice)).__name__)
with own:
    print(own.get_lock())
    with own.get_lock() as taken:
        own.value += 1
        print(taken, own.get_lock(), own.value)
print(own.acquire(), own.acquire(False), own.get_lock(), own.release(), own.release(), own.get_lock())


def try_it():
    print(own.acquire(False), own.get_lock())


own.acquire()
p = Process(target=try_it)
p.start()
p.join()
own.release()
own.note = "attributes of one's own"
print(own.note)
# expect: <RLock(None, 0)> c_int(5) Synchronized
# expect: True <RLock(None, 0)> <Synchronized wrapper for c_int(2)>
# expect: True Synchronized SynchronizedArray
# expect: None Synchronized SynchronizedArray
# expect: False c_int c_int_Array_1
# expect: <RLock(MainProcess, 1)>
# expect: True <RLock(MainProcess, 2)> 6
# expect: True True <RLock(None, 0)> None None <RLock(None, 0)>
# expect: False <RLock(SomeOtherProcess, nonzero)>
# expect: attributes of one's own
