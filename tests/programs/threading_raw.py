"""_thread: threads and locks without the threading module; __main__ as a module."""
import __main__
import _thread

lock = _thread.allocate_lock()
ended = _thread.allocate_lock()
ended.acquire()


def count(name, times, step=1):
    for number in range(0, times, step):
        with lock:
            print(name, number)
    ended.release()


_thread.start_new_thread(count, ("first", 2))
ended.acquire()
_thread.start_new_thread(count, ("second", 4), {"step": 2})
ended.acquire()
print(_thread.LockType, lock.locked(), __main__.lock is lock, _thread.error is RuntimeError)


def leaves():
    ended.release()
    _thread.exit()


_thread.start_new_thread(leaves, ())
ended.acquire()
for arguments in ((5, ()), (count, 5), (count, (), 5), (count,)):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
# expect: first 0
# expect: first 1
# expect: second 0
# expect: second 2
# expect: <class '_thread.lock'> False True True
# expect: first arg must be callable
# expect: 2nd arg must be a tuple
# expect: optional 3rd arg must be a dictionary
# expect: start_new_thread expected at least 2 arguments, got 1
