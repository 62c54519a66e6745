# A worker that dies breaks the pool: what is running or pending fails, and nothing can be submitted any more.
import multiprocessing
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

gate = multiprocessing.Event()


def die(how):
    gate.wait()
    if how == "exit":
        os._exit(3)
    os.kill(os.getpid(), signal.SIGKILL)


def fail_to_begin():
    raise OSError("no data")


if __name__ == "__main__":
    for how in ("exit", "kill"):
        gate.clear()
        with ProcessPoolExecutor(max_workers=1) as executor:
            dead = executor.submit(die, how)
            pending = executor.submit(time.sleep, 0)
            gate.set()
            for future in (dead, pending):
                try:
                    future.result()
                except BrokenProcessPool as error:
                    print(how, error)
            try:
                executor.submit(time.sleep, 0)
            except BrokenProcessPool as error:
                print(how, error)
    with ProcessPoolExecutor(max_workers=1, initializer=fail_to_begin) as executor:
        try:
            executor.submit(time.sleep, 0).result()
        except BrokenProcessPool as error:
            print("initializer:", error)
    print(issubclass(BrokenProcessPool, RuntimeError))
# expect: exit A process in the process pool was terminated abruptly while the future was running or pending.
# expect: exit A process in the process pool was terminated abruptly while the future was running or pending.
# expect: exit A child process terminated abruptly, the process pool is not usable anymore
# expect: kill A process in the process pool was terminated abruptly while the future was running or pending.
# expect: kill A process in the process pool was terminated abruptly while the future was running or pending.
# expect: kill A child process terminated abruptly, the process pool is not usable anymore
# expect: initializer: A process in the process pool was terminated abruptly while the future was running or pending.
# expect: True
# error: OSError: no data
