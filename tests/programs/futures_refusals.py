# What executors refuse, with CPython's words.
import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor


def attempt(function, *arguments, **options):
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__ + ":", error)


if __name__ == "__main__":
    for kind in (ThreadPoolExecutor, ProcessPoolExecutor):
        attempt(kind, 0)
        attempt(kind, max_workers=-1)
        attempt(kind, initializer=5)
    attempt(ProcessPoolExecutor, max_tasks_per_child=0)
    attempt(ProcessPoolExecutor, max_tasks_per_child="2")
    attempt(ProcessPoolExecutor, max_tasks_per_child=1, mp_context=multiprocessing.get_context("fork"))
    attempt(Executor().submit, print)
    executor = ProcessPoolExecutor(1)
    attempt(executor.map, print, [1], chunksize=0)
    executor.shutdown()
    attempt(executor.submit, print)
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    attempt(executor.submit, print)
# expect: ValueError: max_workers must be greater than 0
# expect: ValueError: max_workers must be greater than 0
# expect: TypeError: initializer must be a callable
# expect: ValueError: max_workers must be greater than 0
# expect: ValueError: max_workers must be greater than 0
# expect: TypeError: initializer must be a callable
# expect: ValueError: max_tasks_per_child must be >= 1
# expect: TypeError: max_tasks_per_child must be an integer
# expect: ValueError: max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a different mp_context.
# expect: NotImplementedError: 
# expect: ValueError: chunksize must be >= 1.
# expect: RuntimeError: cannot schedule new futures after shutdown
# expect: RuntimeError: cannot schedule new futures after shutdown
