# An executor that is dropped without shutdown(): what was submitted is carried out, then its workers end by themselves,
# before the program does. Also one that is part of a ring of objects, once that is collected.
import gc
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def slow_square(number):
    time.sleep(0.02)
    return number * number


class Owner:
    def __init__(self):
        self.executor = ThreadPoolExecutor(max_workers=1)
        self.me = self


if __name__ == "__main__":
    executor = ThreadPoolExecutor(max_workers=2)
    results = executor.map(slow_square, range(5))
    workers = list(executor._threads)
    del executor
    for worker in workers:
        worker.join()
    print(list(results))

    owner = Owner()
    owner.executor.submit(slow_square, 3).result()
    (worker,) = owner.executor._threads
    del owner
    gc.collect()
    worker.join()
    print(worker.is_alive())

    for method in "fork", "spawn", "forkserver":
        executor = ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context(method))
        results = executor.map(slow_square, range(4))
        manager = executor._executor_manager_thread
        del executor
        manager.join()
        print(method, list(results), multiprocessing.active_children())
# expect: [0, 1, 4, 9, 16]
# expect: False
# expect: fork [0, 1, 4, 9] []
# expect: spawn [0, 1, 4, 9] []
# expect: forkserver [0, 1, 4, 9] []
