# stands for: _TestPoolWorkerLifetime.test_pool_worker_lifetime_early_close
# A closed pool still replaces the workers whose tasks are used up, until all work is done.
import time
from multiprocessing import Pool


def slow_square(x):
    time.sleep(0.05)
    return x * x


if __name__ == "__main__":
    pool = Pool(3, maxtasksperchild=1)
    results = [pool.apply_async(slow_square, (i,)) for i in range(6)]
    pool.close()
    pool.join()
    print([result.get() for result in results])  # expect: [0, 1, 4, 9, 16, 25]
