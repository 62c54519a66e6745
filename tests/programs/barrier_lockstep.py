# Barrier: nobody goes on before all have come, many times over.
# stands for: _TestBarrier.test_barrier, _TestBarrier.test_barrier_10
# arguments: --start-method spawn
from multiprocessing import Array, Barrier, Process

N = 4
PASSES = 10


def run(barrier, entered, left, wrong):
    for i in range(PASSES):
        with entered:
            entered[0] += 1
        if left[0] != i * N:
            wrong[0] = 1
        barrier.wait()
        with left:
            left[0] += 1
        if entered[0] != (i + 1) * N:
            wrong[0] = 2
        barrier.wait()


if __name__ == "__main__":
    barrier, counts = Barrier(N, timeout=100), [Array("i", 1) for _ in range(3)]
    processes = [Process(target=run, args=(barrier, *counts)) for _ in range(N - 1)]
    for p in processes:
        p.start()
    run(barrier, *counts)
    for p in processes:
        p.join()
    print([c[0] for c in counts], barrier.n_waiting, barrier.broken, barrier.parties)
# expect: [40, 40, 0] 0 False 4
