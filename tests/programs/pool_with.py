# stands for: _TestPool.test_context, _TestPool.test_enter
# shows: T15, checklist 13
# Leaving `with` terminates: what map_async had promised never comes.
import time
from multiprocessing import Pool


def square(x):
    return x * x


def slow(x):
    time.sleep(60)
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map_async(square, range(8)).get())  # expect: [0, 1, 4, 9, 16, 25, 36, 49]
        promised = pool.map_async(slow, range(20), chunksize=1)
    print(promised.ready(), pool)  # expect: False <multiprocessing.pool.Pool state=TERMINATE pool_size=2>
    try:
        pool.map_async(square, range(3))
    except ValueError as error:
        print(error)  # expect: Pool not running
    try:
        with pool:
            pass
    except ValueError as error:
        print(error)  # expect: Pool not running
    with Pool(1) as pool:
        with pool:
            print(pool.apply(square, (4,)))  # expect: 16
    pool.join()
