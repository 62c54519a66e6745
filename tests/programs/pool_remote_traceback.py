# stands for: _TestPool.test_wrapped_exception
# The error of a worker comes with the text of its traceback as the cause; of an iterable that fails it does not.
from multiprocessing import Pool
from multiprocessing.pool import RemoteTraceback


def fail(x):
    raise RuntimeError("foo")  # this line


def failing():
    yield 1
    raise ValueError("mine")


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(fail, (1,))
        except RuntimeError as error:
            cause = error.__cause__
            print(type(cause) is RemoteTraceback, error)  # expect: True foo
            text = str(cause).splitlines()
            print(text[1], text[2])  # expect: """ Traceback (most recent call last):
            print('    raise RuntimeError("foo")  # this line' in text, any(line.endswith("in fail") for line in text))  # expect: True True
            print(text[-2], text[-1])  # expect: RuntimeError: foo """
        try:
            list(pool.imap(fail, failing()))
        except Exception as error:
            print(type(error.__cause__).__name__, error.__context__)  # expect: RemoteTraceback None
        try:
            pool.map(abs, failing())
        except ValueError as error:
            print(error, error.__cause__)  # expect: mine None
