# stands for: MiscTestCase.test_large_pool
# More worker processes than a select() could watch would need a thousand descriptors; a few are enough to see the principle.
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(40) as pool:
        print(sum(pool.map(abs, range(200))), len({worker.pid for worker in pool._pool}))  # expect: 19900 40
