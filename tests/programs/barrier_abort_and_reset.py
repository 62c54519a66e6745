# A broken barrier works again after reset().
# stands for: _TestBarrier.test_abort_and_reset
from multiprocessing import Barrier, Process, Queue
from threading import BrokenBarrierError

N = 3


def run(barrier, second, answers):
    try:
        if barrier.wait() == N // 2:
            raise RuntimeError
        barrier.wait()
        answers.put("passed")
    except BrokenBarrierError:
        answers.put("broken")
    except RuntimeError:
        barrier.abort()
    # all have left before it is reset, and it is reset before anybody enters
    if second.wait() == N // 2:
        barrier.reset()
    second.wait()
    barrier.wait()
    answers.put("again")


if __name__ == "__main__":
    barrier, second, answers = Barrier(N, timeout=100), Barrier(N), Queue()
    processes = [Process(target=run, args=(barrier, second, answers)) for _ in range(N)]
    for p in processes:
        p.start()
    print(sorted(answers.get() for _ in range(2 * N - 1)), barrier.broken)
    for p in processes:
        p.join()
# expect: ['again', 'again', 'again', 'broken', 'broken'] False
