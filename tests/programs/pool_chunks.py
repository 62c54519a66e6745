# stands for: _TestPool.test_map_chunksize
# shows: checklist 13
# A chunk is one task for a worker: with one task per child, one process per chunk.
import os
from multiprocessing import Pool


def whoami(x):
    return os.getpid()


def processes_for(items, chunksize, workers=2):
    with Pool(workers, maxtasksperchild=1) as pool:
        return len(set(pool.map(whoami, range(items), chunksize)))


if __name__ == "__main__":
    print(processes_for(8, 4), processes_for(8, 2), processes_for(8, 3))  # expect: 2 4 3
    print(processes_for(8, None), processes_for(9, None), processes_for(17, None))  # expect: 8 5 6
    with Pool(2) as pool:
        print(pool.map(abs, [1, 2, 3], chunksize=0), pool.map_async(abs, [], chunksize=5).get())  # expect: [None, None, None] []
        try:
            pool.map_async(abs, [1, 2, 3], chunksize=10**6).get(timeout=100)
            print("a chunk may be larger than what there is")  # expect: a chunk may be larger than what there is
            pool.imap(abs, [1], chunksize=0)
        except ValueError as error:
            print(error)  # expect: Chunksize must be 1+, not 0
