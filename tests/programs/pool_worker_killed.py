# shows: T14, checklist 12
# A worker killed in a task: its task is lost, nobody says so; another worker takes its place and the pool goes on.
import multiprocessing
import os
import signal
from multiprocessing import Pool


def square(x):
    return x * x


def die(x):
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with Pool(2) as pool:
        before = {worker.pid for worker in pool._pool}
        lost = pool.apply_async(die, (0,))
        try:
            lost.get(timeout=0.5)
        except multiprocessing.TimeoutError:
            print("no answer, no error")  # expect: no answer, no error
        print(pool.map(square, range(4), chunksize=1))  # expect: [0, 1, 4, 9]
        now = {worker.pid for worker in pool._pool}
        print(len(now), len(before & now), lost.ready())  # expect: 2 1 False
