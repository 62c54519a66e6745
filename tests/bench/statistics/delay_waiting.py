# Microseconds from the end of put() until wait() on the queue's pipe returns: the median. The feeder waits already.
import multiprocessing
import time
from multiprocessing.connection import wait

TRIALS = 500

if __name__ == "__main__":
    q = multiprocessing.Queue()
    q.put(0)
    q.get()
    delays = []
    for trial in range(TRIALS):
        q.put(trial)
        begin = time.perf_counter()
        wait([q._reader])
        delays.append(time.perf_counter() - begin)
        q.get()
    delays.sort()
    print(delays[TRIALS // 2] * 1e6)
