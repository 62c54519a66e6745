# shows: 1.7
# A terminated pool does not read the rest of an endless iterable.
import itertools
from multiprocessing import Pool


def same(x):
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        numbers = pool.imap(same, itertools.count(), chunksize=10)
        print([next(numbers) for _ in range(5)])  # expect: [0, 1, 2, 3, 4]
    print(pool)  # expect: <multiprocessing.pool.Pool state=TERMINATE pool_size=2>
