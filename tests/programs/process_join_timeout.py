# join(timeout) returns None whether or not the process has ended: exitcode tells.
# arguments: --start-method spawn
import time
from multiprocessing import Process

if __name__ == "__main__":
    p = Process(target=time.sleep, args=(60,))
    try:
        p.join()
    except AssertionError as error:
        print(error)
    p.start()
    print(p.join(0.05), p.exitcode, p.is_alive())
    print(p.join(0), p.exitcode)
    try:
        p.close()
    except ValueError as error:
        print(error)
    p.terminate()
    p.join(100)
    print(p.exitcode)
# expect: can only join a started process
# expect: None None True
# expect: None None
# expect: Cannot close a process while it is still running. You should first call join() or terminate().
# expect: -15
