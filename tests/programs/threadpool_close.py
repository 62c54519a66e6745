# shows: 1.7
import time
from multiprocessing.pool import ThreadPool

done = []


def slow(x):
    time.sleep(0.05)
    done.append(x)


pool = ThreadPool(processes=2, initializer=done.append, initargs=("begun",))
pool.map_async(slow, range(4), chunksize=1)
pool.close()
pool.join()
print(done.count("begun"), sorted(x for x in done if x != "begun"))  # expect: 2 [0, 1, 2, 3]
print([worker.exitcode for worker in pool._pool])  # expect: [0, 0]
try:
    pool.map(slow, [1])
except ValueError as error:
    print(error)  # expect: Pool not running
try:
    ThreadPool(0)
except ValueError as error:
    print(error)  # expect: Number of processes must be at least 1
