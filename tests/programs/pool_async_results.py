# stands for: _TestPool.test_async, _TestPool.test_async_timeout, _TestPool.test_map_async
import multiprocessing
import time
from multiprocessing import Pool


def square_after(x, wait=0.0):
    time.sleep(wait)
    return x * x


if __name__ == "__main__":
    with Pool(2) as pool:
        start = time.time()
        result = pool.apply_async(square_after, (7, 0.3))
        print(result.ready())  # expect: False
        try:
            result.successful()
        except ValueError as error:
            print(str(error).endswith("not ready"))  # expect: True
        print(result.get(), time.time() - start >= 0.3)  # expect: 49 True
        print(result.ready(), result.successful())  # expect: True True
        late = pool.apply_async(square_after, (6, 0.6))
        try:
            late.get(timeout=0.05)
        except multiprocessing.TimeoutError as error:
            print(repr(error))  # expect: TimeoutError()
        print(late.wait(0.01), late.get(timeout=10))  # expect: None 36
        print(pool.map_async(square_after, range(5)).get())  # expect: [0, 1, 4, 9, 16]
        print(type(result).__name__, type(result).__module__)  # expect: ApplyResult multiprocessing.pool
