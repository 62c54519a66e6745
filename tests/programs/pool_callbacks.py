# stands for: _TestPool.test_map_async_callbacks, _TestPoolWorkerErrors.test_async_error_callback
# Callbacks run in the pool's result thread, in the parent, before the result is ready.
import threading
from multiprocessing import Pool

called = []


def wrong(x):
    raise KeyError(x)


def note(value):
    called.append((value, threading.current_thread() is threading.main_thread()))


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map_async(int, ["1"], callback=note, error_callback=print).wait()
        print(called)  # expect: [([1], False)]
        pool.map_async(int, ["a"], callback=print, error_callback=lambda e: note(type(e).__name__)).wait()
        print(called[1])  # expect: ('ValueError', False)
        failed = pool.apply_async(wrong, (3,), error_callback=lambda e: note(str(e)))
        try:
            failed.get()
        except KeyError as error:
            print(repr(error), failed.successful())  # expect: KeyError(3) False
        print(called[2])  # expect: ('3', False)
        print(pool.apply_async(pow, (2, 5), callback=note).get(), called[3])  # expect: 32 (32, False)
        print(pool.map_async(int, [], callback=print).get())  # expect: []
