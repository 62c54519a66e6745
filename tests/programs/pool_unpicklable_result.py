# stands for: _TestPoolWorkerErrors.test_unpickleable_result
# A result that cannot go back comes as MaybeEncodingError; the worker goes on.
from multiprocessing import Pool
from multiprocessing.pool import MaybeEncodingError


def make_lambda():
    return lambda: 42


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(1) as pool:
        for _ in range(2):
            caught = []
            result = pool.apply_async(make_lambda, error_callback=caught.append)
            try:
                result.get()
            except MaybeEncodingError as error:
                print(str(error).split(" at 0x")[0])  # expect: Error sending result: '<function make_lambda.<locals>.<lambda>
                print(error is caught[0], error.__cause__, "Reason:" in str(error))  # expect: True None True
                print("make_lambda" in error.value, repr(error)[:20])  # expect: True <MaybeEncodingError:
                # expect: Error sending result: '<function make_lambda.<locals>.<lambda>
                # expect: True None True
                # expect: True <MaybeEncodingError:
        print(pool.apply(square, (3,)))  # expect: 9
