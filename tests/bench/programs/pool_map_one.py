"""Pool(2).map with chunks of one no-op: tasks a second."""
import time
from multiprocessing import Pool

TASKS = 20_000


def same(x):
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(same, range(100), chunksize=1)
        start = time.perf_counter()
        answers = pool.map(same, range(TASKS), chunksize=1)
        seconds = time.perf_counter() - start
    assert answers == list(range(TASKS))
    print(TASKS / seconds)
