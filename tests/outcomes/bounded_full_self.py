# Two puts into one slot by the process that would also have to get: the second waits for a get() that comes after it.
# outcome: stuck ""
from multiprocessing import Queue

if __name__ == "__main__":
    q = Queue(1)
    q.put(1)
    q.put(2)
    print(q.get())
