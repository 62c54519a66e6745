# Calls carried out by processes, with chunks, a lambda that cannot be sent, and the worker's traceback as the cause.
import os
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


def where(number):
    return os.getpid()


def fail(number):
    raise KeyError(number)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(executor.submit(square, 12).result())
        print(list(executor.map(square, range(10), chunksize=4)), list(executor.map(pow, (2, 3), (3, 2))))
        pids = set(executor.map(where, range(20)))
        print(1 <= len(pids) <= 2, os.getpid() in pids)
        future = executor.submit(fail, "key")
        error = future.exception()
        print(repr(error), type(error.__cause__).__name__)
        print(str(error.__cause__).strip().splitlines()[1], "in fail" in str(error.__cause__))
        print(str(error.__cause__).strip().splitlines()[-2:])
        try:
            executor.submit(lambda: 1).result()
        except Exception as refused:
            print(type(refused).__name__, str(refused).split(" at ")[0])
        print(executor.submit(square, 3).result())
    print("closed")
# expect: 144
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] [8, 9]
# expect: True False
# expect: KeyError('key') _RemoteTraceback
# expect: Traceback (most recent call last): True
# expect: ["KeyError: 'key'", '"""']
# expect: PicklingError Can't pickle <function <lambda>
# expect: 9
# expect: closed
