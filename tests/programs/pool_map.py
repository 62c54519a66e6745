# stands for: _TestPool.test_apply, _TestPool.test_map
# shows: checklist 13
# arguments:
# arguments: --start-method spawn
from multiprocessing import Pool


def square(x, extra=0):
    return x * x + extra


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.apply(square, (5,)), pool.apply(square, (), {"x": 3}), pool.apply(square, (3,), {"extra": 1}))  # expect: 25 9 10
        print(pool.map(square, range(10)) == [square(x) for x in range(10)])  # expect: True
        print(pool.map(square, range(100), chunksize=20) == list(map(square, range(100))))  # expect: True
        print(pool.map(square, (x for x in range(4))))  # expect: [0, 1, 4, 9]
        print(pool.map(abs, [-1, 2.5, -3]))  # expect: [1, 2.5, 3]
