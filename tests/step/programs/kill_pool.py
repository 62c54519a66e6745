"""A worker of a pool is killed; the parent waits with a time limit, and never for ever."""
import os
import multiprocessing
from multiprocessing import Pool


def double(number):
    return 2 * number


if __name__ == "__main__":
    pool = Pool(1)
    result = pool.apply_async(double, (21,))
    try:
        print("result", result.get(timeout=5), flush=True)
    except multiprocessing.TimeoutError:
        print("no result", flush=True)
    again = pool.apply_async(double, (1,))
    try:
        print("again", again.get(timeout=5), flush=True)
    except multiprocessing.TimeoutError:
        print("dead pool", flush=True)
    os._exit(0)
