# exit: 1
# error: Process Failing:
# error: Silent: <exception str() failed>
# error: Exception in thread Thread:
"""An exception that cannot say what it is about is shown all the same: of a process, of a thread, of the program."""
import multiprocessing
import threading


class Silent(Exception):
    def __str__(self):
        raise ValueError("no words")


def fail():
    raise Silent("x")


if __name__ == "__main__":
    for kind, name in ((multiprocessing.Process, "Failing"), (threading.Thread, "Thread")):
        one = kind(target=fail, name=name)
        one.start()
        one.join()
    print("both ended")  # expect: both ended
    fail()
