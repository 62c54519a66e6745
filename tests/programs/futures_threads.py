# Calls carried out by threads: results in the order of the arguments, exceptions in the future, names of the workers.
import threading
from concurrent.futures import ThreadPoolExecutor


def square(number):
    return number * number


def fail(number):
    raise ValueError("no " + str(number))


with ThreadPoolExecutor(max_workers=2, thread_name_prefix="calc") as executor:
    future = executor.submit(square, 7)
    print(future.result(), future.done(), future.running(), future.cancelled(), future.exception())
    print(list(executor.map(square, range(6))), list(executor.map(pow, [2, 3], [5, 2])))
    broken = executor.submit(fail, 3)
    try:
        broken.result()
    except ValueError as error:
        print("raised", error)
    print(repr(broken.exception()))
    print(executor.submit(lambda: threading.current_thread().name.rstrip("01")).result())
    print(executor.submit(sorted, [3, 1, 2], reverse=True).result())
    results = executor.map(fail, [1, 2])
    try:
        next(results)
    except ValueError as error:
        print("map raised", error)
try:
    executor.submit(square, 1)
except RuntimeError as error:
    print(error)
with ThreadPoolExecutor() as unnamed:
    print(unnamed.submit(lambda: threading.current_thread().name).result())
    print(unnamed._max_workers >= 5)
# expect: 49 True False False None
# expect: [0, 1, 4, 9, 16, 25] [32, 9]
# expect: raised no 3
# expect: ValueError('no 3')
# expect: calc_
# expect: [3, 2, 1]
# expect: map raised no 1
# expect: cannot schedule new futures after shutdown
# expect: ThreadPoolExecutor-0_0
# expect: True
