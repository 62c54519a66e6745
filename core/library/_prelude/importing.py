# Where a thread imports what another one is loading, it waits until the body has ended.

# By the module's name; each is held until then.
_locks_of_waiting = {}


def wait_for_module(module, name):
    import _thread
    from _vm import is_loading
    lock = _thread.allocate_lock()
    lock.acquire()
    locks = _locks_of_waiting.setdefault(name, [])
    locks.append(lock)
    if is_loading(module):
        lock.acquire()
    else:
        locks.remove(lock)


def end_wait_for_module(name):
    for lock in _locks_of_waiting.pop(name, ()):
        lock.release()
