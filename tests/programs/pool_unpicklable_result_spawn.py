# What cannot go back from a spawned worker, or was raised there, comes as from a forked one.
from multiprocessing import get_context
from multiprocessing.pool import MaybeEncodingError


def make_lambda(x):
    return lambda: x


def fail(x):
    raise ValueError(x)


if __name__ == "__main__":
    with get_context("spawn").Pool(1) as pool:
        try:
            pool.map(make_lambda, [1])
        except MaybeEncodingError as error:
            print(str(error).split(" at 0x")[0])  # expect: Error sending result: '[<function make_lambda.<locals>.<lambda>
        try:
            pool.map(fail, [3])
        except ValueError as error:
            print("ValueError", error, type(error.__cause__).__name__)  # expect: ValueError 3 RemoteTraceback
