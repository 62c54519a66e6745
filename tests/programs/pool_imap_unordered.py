# stands for: _TestPool.test_imap_unordered
# Results in the order in which they come: the slow one last.
import time
from multiprocessing import Pool


def square(x):
    return x * x


def wait_for(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with Pool(2) as pool:
        print(sorted(pool.imap_unordered(square, range(10))))  # expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
        total = pool.imap_unordered(square, range(300), chunksize=100)
        print(sum(total) == sum(map(square, range(300))))  # expect: True
        print(list(pool.imap(wait_for, [0.4, 0])))  # expect: [0.4, 0]
        print(list(pool.imap_unordered(wait_for, [0.4, 0])))  # expect: [0, 0.4]
        print(type(pool.imap_unordered(square, [])).__name__)  # expect: IMapUnorderedIterator
