"""set_executable() takes a path of any kind; what is told back are bytes."""
import multiprocessing
import os
import pathlib
import sys
from multiprocessing import spawn


def work(number):
    sys.exit(number)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for path in (sys.executable, os.fsencode(sys.executable), pathlib.Path(sys.executable)):
        context.set_executable(path)
        child = context.Process(target=work, args=(3,))
        child.start()
        child.join()
        print(child.exitcode, spawn.get_executable() == os.fsencode(sys.executable))
# expect: 3 True
# expect: 3 True
# expect: 3 True
    try:
        context.set_forkserver_preload([1])
    except TypeError as error:
        print(error)
# expect: module_names must be a list of strings
