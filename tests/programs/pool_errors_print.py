# The whole text of an error from a worker.
# exit: 1
# error: multiprocessing.pool.RemoteTraceback: 
# error: in mapstar
# error:     return list(map(*args))
# error:     result = (True, func(*args, **kwds))
# error:     return 10 // x
# error: The above exception was the direct cause of the following exception:
# error:     return self._map_async(func, iterable, mapstar, chunksize).get()
# error:     raise self._value
# error: ZeroDivisionError: integer division or modulo by zero
from multiprocessing import Pool


def divide(x):
    return 10 // x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(divide, [5, 2]))  # expect: [2, 5]
        pool.map(divide, [1, 0])
