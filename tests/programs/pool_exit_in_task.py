# shows: T16
# sys.exit in a task ends the worker: no result, no error, another worker.
import multiprocessing
import sys
from multiprocessing import Pool


def leave(x):
    sys.exit(x)


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(leave, (3,))
        try:
            said = result.get(timeout=0.4)
        except multiprocessing.TimeoutError:
            said = "nothing"
        answer = pool.apply(square, (5,))
    # Printed when no worker is started any more: a forked one would write its copy of what lies in the buffer of stdout.
    print(said)  # expect: nothing
    print(answer)  # expect: 25
