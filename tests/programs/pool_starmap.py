# stands for: _TestPool.test_starmap, _TestPool.test_starmap_async
from multiprocessing import Pool


def multiply(x, y):
    return x * y


if __name__ == "__main__":
    pairs = list(zip(range(10), range(9, -1, -1)))
    with Pool(2) as pool:
        print(pool.starmap(multiply, pairs))  # expect: [0, 8, 14, 18, 20, 20, 18, 14, 8, 0]
        print(pool.starmap(multiply, pairs, chunksize=7) == [x * y for x, y in pairs])  # expect: True
        print(pool.starmap_async(multiply, pairs).get() == [x * y for x, y in pairs])  # expect: True
        try:
            pool.starmap(multiply, [(1, 2), (1, 2, 3)])
        except TypeError as error:
            print(error)  # expect: multiply() takes 2 positional arguments but 3 were given
