# stands for: _TestPool.test_async, _TestPool.test_async_timeout, _TestPool.test_map_async
import multiprocessing
from multiprocessing import Event, Pool


def share(event):
    global gate
    gate = event


def square_behind_gate(x):
    gate.wait()
    return x * x


if __name__ == "__main__":
    passed = Event()
    with Pool(2, share, (passed,)) as pool:
        result = pool.apply_async(square_behind_gate, (7,))
        print(result.ready())  # expect: False
        try:
            result.successful()
        except ValueError as error:
            print(str(error).endswith("not ready"))  # expect: True
        passed.set()
        print(result.get())  # expect: 49
        print(result.ready(), result.successful())  # expect: True True
        passed.clear()
        late = pool.apply_async(square_behind_gate, (6,))
        try:
            late.get(timeout=0.05)
        except multiprocessing.TimeoutError as error:
            print(repr(error))  # expect: TimeoutError()
        print(late.wait(0.01), late.ready())  # expect: None False
        passed.set()
        print(late.get(timeout=100))  # expect: 36
        print(pool.map_async(square_behind_gate, range(5)).get())  # expect: [0, 1, 4, 9, 16]
        print(type(result).__name__, type(result).__module__)  # expect: ApplyResult multiprocessing.pool
