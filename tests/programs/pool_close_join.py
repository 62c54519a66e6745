# shows: 1.7
import time
from multiprocessing import Pool


def slow(x):
    time.sleep(0.05)
    return x


if __name__ == "__main__":
    pool = Pool(2)
    results = [pool.apply_async(slow, (i,)) for i in range(5)]
    pool.close()
    try:
        pool.apply_async(slow, (1,))
    except ValueError as error:
        print(error)  # expect: Pool not running
    pool.join()
    print([result.ready() for result in results], results[4].get())  # expect: [True, True, True, True, True] 4
    pool.join()
    pool.close()
    print([worker.exitcode for worker in pool._pool], pool)
    # expect: [0, 0] <multiprocessing.pool.Pool state=CLOSE pool_size=2>
