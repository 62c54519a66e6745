# Every worker runs the initializer first; workers of a spawning executor can be renewed after so many calls.
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

prepared = "not prepared"


def prepare(text):
    global prepared
    prepared = text


def look(_):
    return prepared


def pid(_):
    return os.getpid()


def fail():
    raise RuntimeError("not today")


if __name__ == "__main__":
    with ProcessPoolExecutor(2, initializer=prepare, initargs=("by the initializer",)) as executor:
        print(set(executor.map(look, range(4))), prepared)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as executor:
        print(len({executor.submit(pid, 0).result() for _ in range(2)}))
    with ThreadPoolExecutor(1, initializer=fail) as executor:
        try:
            executor.submit(look, 0).result()
        except BrokenThreadPool as error:
            print(error)
# expect: {'by the initializer'} not prepared
# expect: 2
# expect: A thread initializer failed, the thread pool is not usable anymore
# error: Exception in initializer:
# error: RuntimeError: not today
