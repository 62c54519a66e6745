# stands for: _TestPool.test_map_no_failfast
# shows: T16, checklist 13
# One chunk has failed; the result is ready only when the others have come. In a failed chunk the rest is not run.
import time
from multiprocessing import Pool, Value


def one(x):
    with done.get_lock():
        done.value += 10 ** x
    if x == 1:
        raise KeyError(x)
    if x == 6:
        time.sleep(0.5)
    return x


def share(value):
    global done
    done = value


if __name__ == "__main__":
    ran = Value("q", 0)
    with Pool(2, share, (ran,)) as pool:
        start = time.time()
        try:
            pool.map(one, range(8), chunksize=4)
        except KeyError as error:
            print(repr(error), time.time() - start >= 0.5)  # expect: KeyError(1) True
        print(ran.value)  # expect: 11110011
