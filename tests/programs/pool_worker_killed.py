# shows: T14, checklist 12
# A worker killed in a task: its task is lost, nobody says so; another worker takes its place and the pool goes on.
import multiprocessing
import os
import signal
import time
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
            said = lost.get(timeout=0.5)
        except multiprocessing.TimeoutError:
            said = "no answer, no error"
        squares = pool.map(square, range(4), chunksize=1)
        now = before
        while now == before or len(now) < 2:
            time.sleep(0.01)
            now = {worker.pid for worker in pool._pool}
        found = len(before & now), lost.ready()
    # Printed when no worker is started any more: a forked one would write its copy of what lies in the buffer of stdout.
    print(said)  # expect: no answer, no error
    print(squares)  # expect: [0, 1, 4, 9]
    print(*found)  # expect: 1 False
