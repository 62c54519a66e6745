# A thread from its making to its end: names, repr, what it refuses.
import threading


def shown(thread):
    head, space, tail = repr(thread).rpartition(" ")
    return head + " ID)>" if tail[:-2].isdigit() else repr(thread)


gate = threading.Event()


def work():
    gate.wait()


thread = threading.Thread(target=work)
print(shown(thread), thread.name, thread.ident, thread.is_alive(), thread.daemon)
thread.start()
print(shown(thread), thread.is_alive(), thread.ident == thread.ident > 0, thread in threading.enumerate())
thread.join(timeout=0.01)
print(thread.is_alive())
gate.set()
thread.join()
print(shown(thread), thread.is_alive(), thread in threading.enumerate())
print(threading.Thread(name="named"), threading.Thread(daemon=True), threading.Thread(target=print, name=7).name)
print(shown(threading.main_thread()), threading.current_thread() is threading.main_thread(), threading.active_count())


class Unready(threading.Thread):
    def __init__(self):
        pass


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (RuntimeError, AssertionError, ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)


attempt(thread.start)
attempt(threading.Thread().join)
attempt(threading.current_thread().join)
attempt(setattr, threading.main_thread(), "daemon", True)
attempt(threading.Thread, 1)
attempt(Unready().start)
attempt(Unready().join)
attempt(repr, Unready())
attempt(threading.stack_size, 100)
attempt(threading.stack_size, -1)
print(threading.stack_size(1 << 20), threading.stack_size(1 << 16), threading.stack_size(), threading.stack_size())
# expect: <Thread(Thread-1 (work), initial)> Thread-1 (work) None False False
# expect: <Thread(Thread-1 (work), started ID)> True True True
# expect: True
# expect: <Thread(Thread-1 (work), stopped ID)> False False
# expect: <Thread(named, initial)> <Thread(Thread-2, initial daemon)> 7
# expect: <_MainThread(MainThread, started ID)> True 1
# expect: RuntimeError: threads can only be started once
# expect: RuntimeError: cannot join thread before it is started
# expect: RuntimeError: cannot join current thread
# expect: RuntimeError: cannot set daemon status of active thread
# expect: AssertionError: group argument must be None for now
# expect: RuntimeError: thread.__init__() not called
# expect: RuntimeError: Thread.__init__() not called
# expect: AssertionError: Thread.__init__() was not called
# expect: ValueError: size not valid: 100 bytes
# expect: ValueError: size must be 0 or a positive value
# expect: 0 1048576 65536 0
