# stands for: _TestPool.test_imap_unordered
# Results in the order in which they come: the slow one last.
from multiprocessing import Event, Pool


def square(x):
    return x * x


def share(event):
    global gate
    gate = event


def wait_if(late):
    if late:
        gate.wait()
    return late


if __name__ == "__main__":
    passed = Event()
    with Pool(2, share, (passed,)) as pool:
        print(sorted(pool.imap_unordered(square, range(10))))  # expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
        total = pool.imap_unordered(square, range(300), chunksize=100)
        print(sum(total) == sum(map(square, range(300))))  # expect: True
        results = pool.imap_unordered(wait_if, [True, False])
        print(next(results))  # expect: False
        passed.set()
        print(next(results), list(results))  # expect: True []
        print(list(pool.imap(wait_if, [True, False])))  # expect: [True, False]
        print(type(pool.imap_unordered(square, [])).__name__)  # expect: IMapUnorderedIterator
