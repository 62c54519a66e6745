# A thousand passes: nobody is ever a round ahead.
# stands for: _TestBarrier.test_thousand
from multiprocessing import Barrier, Lock, Pipe, Process

N = 3
PASSES = 1000


def run(barrier, connection, lock):
    for i in range(PASSES):
        barrier.wait()
        with lock:
            connection.send(i)


if __name__ == "__main__":
    barrier, lock = Barrier(N, timeout=100), Lock()
    reader, writer = Pipe(False)
    processes = [Process(target=run, args=(barrier, writer, lock)) for _ in range(N)]
    for p in processes:
        p.start()
    print(all(reader.recv() == i for i in range(PASSES) for _ in range(N)))
    for p in processes:
        p.join()
# expect: True
