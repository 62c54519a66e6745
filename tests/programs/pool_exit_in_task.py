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
            result.get(timeout=0.4)
        except multiprocessing.TimeoutError:
            print("nothing")  # expect: nothing
        print(pool.apply(square, (5,)))  # expect: 25
