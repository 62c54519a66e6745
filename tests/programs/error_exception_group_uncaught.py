# exit: 1
# error:   + Exception Group Traceback (most recent call last):
# error:   | ExceptionGroup: bad values (2 sub-exceptions)
# error:     +---------------- 2 ----------------
# error:     | ValueError: invalid literal for int() with base 10: 'q'
# An ExceptionGroup that nobody takes: in a process, out of a pool's task, and in the program itself.
import multiprocessing
import sys


def check(values):
    errors = []
    for value in values:
        try:
            int(value)
        except ValueError as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("bad values", errors)


if __name__ == "__main__":
    process = multiprocessing.Process(target=check, args=(["1", "x", "y"],))
    process.start()
    process.join()
    print(process.exitcode)
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(check, (["z"],))
        except ExceptionGroup as error:
            print(repr(error), error.exceptions, type(error.__cause__).__name__)
            print("  | ExceptionGroup: bad values (1 sub-exception)" in str(error.__cause__))
    sys.stdout.flush()
    check(["q"])
# expect: 1
# expect: ExceptionGroup('bad values', [ValueError("invalid literal for int() with base 10: 'z'")]) (ValueError("invalid literal for int() with base 10: 'z'"),) RemoteTraceback
# expect: True
