# stands for: _TestPool.test_apply, _TestPool.test_map
# The same pool over threads: nothing is pickled, errors come as they are.
import os
import threading
from multiprocessing.pool import ThreadPool

main = os.getpid()


def fail(x):
    raise KeyError(x)


with ThreadPool(3) as pool:
    print(pool.map(lambda x: x * x, range(6)))  # expect: [0, 1, 4, 9, 16, 25]
    print(pool.starmap(lambda x, y: x + y, [(1, 2), (3, 4)]))  # expect: [3, 7]
    print(pool.apply(os.getpid) == main, pool.apply(threading.current_thread).daemon)  # expect: True True
    box = []
    print(pool.apply(lambda: box) is box)  # expect: True
    print(list(pool.imap(str, range(3))), sorted(pool.imap_unordered(str, range(3))))  # expect: ['0', '1', '2'] ['0', '1', '2']
    try:
        pool.apply(fail, (1,))
    except KeyError as error:
        print(repr(error), error.__cause__)  # expect: KeyError(1) None
    print(pool)  # expect: <multiprocessing.pool.ThreadPool state=RUN pool_size=3>
print(pool)  # expect: <multiprocessing.pool.ThreadPool state=TERMINATE pool_size=3>
