# The number of descriptors of a child does not grow with the number of its elder siblings' starts.
# stands for: _TestProcess.test_child_fd_inflation
# arguments: --start-method spawn
import os
from multiprocessing import Process, Queue


def count(q):
    q.put(len(os.listdir("/proc/self/fd")))


if __name__ == "__main__":
    q = Queue()
    counts = []
    for _ in range(4):
        p = Process(target=count, args=(q,))
        p.start()
        counts.append(q.get())
        p.join()
        p.close()
    print(len(set(counts)))
# expect: 1
