# shows: T16
# An exception that cannot be rebuilt in the parent ends the pool's result thread: every later get() waits for ever.
# error: TypeError: Picky.__init__() missing 1 required positional argument: 'second'
import multiprocessing
import os
from multiprocessing import Pool


class Picky(Exception):
    def __init__(self, first, second):
        super().__init__(first)


def fail():
    raise Picky(1, 2)


if __name__ == "__main__":
    pool = Pool(1)
    result = pool.apply_async(fail)
    pool._result_handler.join(100)
    print(pool._result_handler.is_alive(), result.ready())  # expect: False False
    try:
        pool.apply_async(abs, (1,)).get(timeout=0.3)
    except multiprocessing.TimeoutError:
        print("nobody reads the results", flush=True)  # expect: nobody reads the results
    pool._pool[0].terminate()
    os._exit(0)
