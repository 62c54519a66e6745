# stands for: _TestPool.test_make_pool, _TestPoolWorkerLifetime.test_pool_maxtasksperchild_invalid
from multiprocessing import Pool


def refused(**arguments):
    try:
        Pool(**arguments)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    refused(processes=-1)  # expect: ValueError: Number of processes must be at least 1
    refused(processes=0)  # expect: ValueError: Number of processes must be at least 1
    refused(initializer=1)  # expect: TypeError: initializer must be a callable
    for wrong in (0, -1, 0.5, "12"):
        refused(processes=2, maxtasksperchild=wrong)
        # expect: ValueError: maxtasksperchild must be a positive int or None
        # expect: ValueError: maxtasksperchild must be a positive int or None
        # expect: ValueError: maxtasksperchild must be a positive int or None
        # expect: ValueError: maxtasksperchild must be a positive int or None
    pool = Pool(3)
    print(pool)  # expect: <multiprocessing.pool.Pool state=RUN pool_size=3>
    print([worker.name for worker in pool._pool])  # expect: ['ForkPoolWorker-1', 'ForkPoolWorker-2', 'ForkPoolWorker-3']
    print([worker.daemon for worker in pool._pool])  # expect: [True, True, True]
    try:
        pool.join()
    except ValueError as error:
        print(error)  # expect: Pool is still running
    pool.close()
    print(pool)  # expect: <multiprocessing.pool.Pool state=CLOSE pool_size=3>
    pool.join()
    print([worker.exitcode for worker in pool._pool])  # expect: [0, 0, 0]
    pool.terminate()
    print(pool)  # expect: <multiprocessing.pool.Pool state=TERMINATE pool_size=3>
