# reset() sends away those who wait, with BrokenBarrierError; then the barrier is as new.
# stands for: _TestBarrier.test_reset
import time
from multiprocessing import Barrier, Process, Queue
from threading import BrokenBarrierError

N = 4


def run(barrier, answers):
    if barrier.wait() == N // 2:
        while barrier.n_waiting < N - 1:
            time.sleep(0.001)
        barrier.reset()
        answers.put("resets")
    else:
        try:
            barrier.wait()
            answers.put("passed")
        except BrokenBarrierError:
            answers.put("broken")
    barrier.wait()
    answers.put("again")


if __name__ == "__main__":
    barrier, answers = Barrier(N, timeout=100), Queue()
    processes = [Process(target=run, args=(barrier, answers)) for _ in range(N)]
    for p in processes:
        p.start()
    print(sorted(answers.get() for _ in range(2 * N)), barrier.broken)
    for p in processes:
        p.join()
# expect: ['again', 'again', 'again', 'again', 'broken', 'broken', 'broken', 'resets'] False
