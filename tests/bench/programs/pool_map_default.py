"""Pool(2).map of a no-op with the default chunks: tasks a second."""
import time
from multiprocessing import Pool

TASKS = 500_000


def same(x):
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(same, range(100))
        start = time.perf_counter()
        answers = pool.map(same, range(TASKS))
        seconds = time.perf_counter() - start
    assert len(answers) == TASKS and answers[-1] == TASKS - 1
    print(TASKS / seconds)
