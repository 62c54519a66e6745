# stands for: _TestPool.test_terminate
import time
from multiprocessing import Pool

if __name__ == "__main__":
    pool = Pool(2)
    result = pool.map_async(time.sleep, [1] * 4000, chunksize=1)
    pool.terminate()
    pool.join()
    print(result.ready())  # expect: False
    print(sorted({worker.exitcode for worker in pool._pool} - {0, -15}))  # expect: []
    try:
        pool.apply(time.sleep, (0,))
    except ValueError as error:
        print(error)  # expect: Pool not running
    pool.terminate()
