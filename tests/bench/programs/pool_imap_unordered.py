"""Pool(2).imap_unordered of a no-op: tasks a second."""
import time
from multiprocessing import Pool

TASKS = 20_000


def same(x):
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        sum(pool.imap_unordered(same, range(100)))
        start = time.perf_counter()
        total = sum(pool.imap_unordered(same, range(TASKS)))
        seconds = time.perf_counter() - start
    assert total == TASKS * (TASKS - 1) // 2
    print(TASKS / seconds)
