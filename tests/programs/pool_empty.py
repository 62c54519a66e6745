# stands for: _TestPool.test_empty_iterable
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    pool = Pool(1)
    print(pool.map(square, []), list(pool.imap(square, [])), list(pool.imap_unordered(square, [])))  # expect: [] [] []
    print(pool.map_async(square, []).get(), pool.starmap(pow, ()))  # expect: [] []
    pool.close()
    pool.join()
    print("joined")  # expect: joined
