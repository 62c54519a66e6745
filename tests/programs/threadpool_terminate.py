# shows: 1.7
# Threads cannot be stopped: terminate() drops the waiting tasks and waits for the running ones only in join().
import threading
from multiprocessing.pool import ThreadPool

go = threading.Event()
running = threading.Event()
ran = []


def task(x):
    running.set()
    go.wait()
    ran.append(x)


pool = ThreadPool(1)
pool.map_async(task, range(50), chunksize=1)
running.wait()
pool.terminate()
print(ran, pool)  # expect: [] <multiprocessing.pool.ThreadPool state=TERMINATE pool_size=1>
go.set()
pool.join()
print(ran)  # expect: [0]
