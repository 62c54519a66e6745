# shows: 1.7
# An initializer that raises: every worker ends with exit code 1 and is replaced, until the pool is terminated.
# error: ValueError: not today
import time
from multiprocessing import Pool, Value


def refuse(tries):
    with tries.get_lock():
        tries.value += 1
    raise ValueError("not today")


if __name__ == "__main__":
    tries = Value("i", 0)
    pool = Pool(1, refuse, (tries,))
    result = pool.apply_async(abs, (1,))
    while tries.value < 4:
        time.sleep(0.01)
    ready = result.ready()
    pool.terminate()
    pool.join()
    # Printed when no worker is started any more: a forked one would write its copy of what lies in the buffer of stdout.
    print(ready)  # expect: False
    print("terminated")  # expect: terminated
