# shows: T14, checklist 12
# The idle worker that reads from the queue of tasks has its lock: killed there, the pool answers nothing any more.
import multiprocessing
import os
import signal
import time
from multiprocessing import Pool

if __name__ == "__main__":
    pool = Pool(1)
    pool.apply(abs, (-1,))
    lock = pool._inqueue._rlock
    while lock.acquire(False):
        lock.release()
        time.sleep(0.01)
    os.kill(pool._pool[0].pid, signal.SIGKILL)
    try:
        pool.apply_async(abs, (-2,)).get(timeout=0.5)
    except multiprocessing.TimeoutError:
        print("dead", flush=True)  # expect: dead
    print(lock.acquire(False), flush=True)  # expect: False
    # terminate() would wait for the lock for ever
    for worker in pool._pool:
        worker.kill()
    os._exit(0)
