# stands for: _TestPool.test_map_unplicklable
# What cannot be pickled fails in the pool's task thread; only its own result is an error, and the pool goes on.
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(2) as pool:
        for attempt in (lambda: pool.map(lambda x: x, range(3)), lambda: pool.apply(print, (lambda: 0,))):
            try:
                attempt()
            except Exception as error:
                print(type(error).__name__, "pickle" in str(error))  # expect: AttributeError True
                # expect: AttributeError True
        mixed = pool.imap(square, [2, (lambda: 0), 4])
        print(next(mixed))  # expect: 4
        try:
            next(mixed)
        except Exception as error:
            print(type(error).__name__)  # expect: PicklingError
        print(next(mixed))  # expect: 16
