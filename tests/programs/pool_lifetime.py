# stands for: _TestPoolWorkerLifetime.test_pool_worker_lifetime
# Workers that have done their tasks end, others take their place.
import os
from multiprocessing import Pool


def pid_and_square(x):
    return os.getpid(), x * x


if __name__ == "__main__":
    pool = Pool(3, maxtasksperchild=10)
    first = {worker.pid for worker in pool._pool}
    answers = [pool.apply_async(pid_and_square, (i,)) for i in range(100)]
    values = [answer.get(timeout=100) for answer in answers]
    counts = {}
    for pid, _ in values:
        counts[pid] = counts.get(pid, 0) + 1
    pool.close()
    pool.join()
    # Printed when no worker is started any more: one that is forked while this is written would write it as well.
    print([square for _, square in values] == [i * i for i in range(100)])  # expect: True
    # a worker that starts late may find nothing left to do
    print(max(counts.values()) <= 10, len(counts) >= 10, len(first & set(counts)) > 0)  # expect: True True True
    print(len(pool._pool), all(worker.exitcode == 0 for worker in pool._pool))  # expect: 3 True
