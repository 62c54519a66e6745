# Since 3.12 fork() in a process with several threads warns: in the parent, after the fork, and seen only if the file that runs
# called os.fork() itself.
# arguments: --python-version 3.12
# python: no (imitated)
# error: DeprecationWarning: This process (pid=
# error: is multi-threaded, use of fork() may lead to deadlocks in the child.
import multiprocessing
import os
import threading
import warnings

if __name__ == "__main__":
    stop = threading.Event()
    threading.Thread(target=stop.wait).start()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        p = multiprocessing.get_context("fork").Process(target=print, args=("child",), kwargs={"flush": True})
        p.start()
        p.join()
        print([w.category.__name__ for w in seen])
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    stop.set()
# expect: child
# expect: ['DeprecationWarning']
