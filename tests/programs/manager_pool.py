# A pool of workers that live below the manager's server.
# stands for: TestSyncManagerTypes.test_pool
from multiprocessing import Manager


def square(x):
    return x * x


if __name__ == "__main__":
    with Manager() as m:
        with m.Pool(2) as pool:
            print(type(pool).__name__, pool.map(square, range(5)), pool.apply(square, (7,)))
            result = pool.map_async(square, [1, 2])
            print(type(result).__name__, result.get(10), result.ready(), result.successful())
            iterator = pool.imap(square, range(4))
            print(type(iterator).__name__, list(iterator), sorted(pool.imap_unordered(square, range(3))))
            print(pool.starmap(pow, [(2, 3), (3, 2)]))
# expect: PoolProxy [0, 1, 4, 9, 16] 49
# expect: AutoProxy[AsyncResult] [1, 4] True True
# expect: IteratorProxy [0, 1, 4, 9] [0, 1, 4]
# expect: [8, 9]
