# A worker that ends abruptly breaks the pool, and nothing but the exception tells of it.
import io
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def dies():
    os._exit(3)


if __name__ == "__main__":
    sys.stderr = io.StringIO()
    for turn in range(3):
        try:
            with ProcessPoolExecutor(2) as executor:
                waiting = [executor.submit(abs, -number) for number in range(3)]
                executor.submit(dies).result()
        except BrokenProcessPool as error:
            print(type(error).__name__, error)
    print(repr(sys.stderr.getvalue()))
# expect: BrokenProcessPool A process in the process pool was terminated abruptly while the future was running or pending.
# expect: BrokenProcessPool A process in the process pool was terminated abruptly while the future was running or pending.
# expect: BrokenProcessPool A process in the process pool was terminated abruptly while the future was running or pending.
# expect: ''
