# Many processes at once: all end well, all can be ended.
# stands for: _TestProcess.test_many_processes
# arguments: --start-method fork
import time
from multiprocessing import Process

N = 12

if __name__ == "__main__":
    workers = [Process(target=time.sleep, args=(0.01,)) for _ in range(N)]
    for p in workers:
        p.start()
    for p in workers:
        p.join(100)
    print([p.exitcode for p in workers] == [0] * N)
    sleepers = [Process(target=time.sleep, args=(60,)) for _ in range(N)]
    for p in sleepers:
        p.start()
    for p in sleepers:
        p.terminate()
    for p in sleepers:
        p.join(100)
    print([p.exitcode for p in sleepers] == [-15] * N)
# expect: True
# expect: True
