# Windows: only spawn, no tracker, no lock for writing, and an end that looks the same by terminate() and by kill().
# arguments: --personality windows
# python: no (imitated)
import multiprocessing
import os
import sys
import time


def work(q):
    q.put(multiprocessing.current_process().name)


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__} {error}"


if __name__ == "__main__":
    print(sys.platform, os.name, hasattr(os, "fork"))
    print(multiprocessing.get_all_start_methods(), tried(multiprocessing.get_context, "fork"))
    print(tried(multiprocessing.set_start_method, "forkserver"))
    q = multiprocessing.Queue()
    print(q._wlock, multiprocessing.SimpleQueue()._wlock, q.qsize())
    p = multiprocessing.Process(target=work, args=(q,))
    p.start()
    print(q.get())
    p.join()
    print(p.exitcode)
    for end in ("terminate", "kill"):
        p = multiprocessing.Process(target=time.sleep, args=(60,))
        p.start()
        getattr(p, end)()
        p.join()
        print(p.exitcode)
    from multiprocessing.resource_tracker import _resource_tracker

    print(_resource_tracker._fd)
# expect: win32 nt False
# expect: ['spawn'] ValueError cannot find context for 'fork'
# expect: ValueError cannot find context for 'forkserver'
# expect: None None 0
# expect: Process-1
# expect: 0
# expect: -15
# expect: -15
# expect: None
