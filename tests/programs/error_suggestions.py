# Who suggests names: the interpreter, also for threads, but not the module traceback, which writes what a process ends with.
# error: Exception in thread T:
# error: AttributeError: module 'math' has no attribute 'sqrrt'. Did you mean: 'sqrt'?
import contextlib
import io
import math
import multiprocessing
import sys
import threading
import traceback


def wrong():
    return math.sqrrt(2)


def last_line(text):
    return text.splitlines()[-1]


if __name__ == "__main__":
    try:
        wrong()
    except AttributeError as error:
        print(last_line(traceback.format_exc()))  # expect: AttributeError: module 'math' has no attribute 'sqrrt'
        with contextlib.redirect_stderr(io.StringIO()) as shown:
            sys.excepthook(type(error), error, error.__traceback__)
        print(last_line(shown.getvalue()))
        # expect: AttributeError: module 'math' has no attribute 'sqrrt'. Did you mean: 'sqrt'?
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(wrong)
        except AttributeError as error:
            print(last_line(str(error.__cause__)[:-4]))  # expect: AttributeError: module 'math' has no attribute 'sqrrt'
    thread = threading.Thread(target=wrong, name="T")
    thread.start()
    thread.join()
