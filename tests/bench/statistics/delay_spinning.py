# Microseconds from the end of put() until empty() is False, asked again and again: the median. The feeder waits already.
import multiprocessing
import time

TRIALS = 500

if __name__ == "__main__":
    q = multiprocessing.Queue()
    q.put(0)
    q.get()
    delays = []
    for trial in range(TRIALS):
        q.put(trial)
        begin = time.perf_counter()
        while q.empty():
            pass
        delays.append(time.perf_counter() - begin)
        q.get()
    delays.sort()
    print(delays[TRIALS // 2] * 1e6)
