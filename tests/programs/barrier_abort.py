# abort() lets everybody who waits go on with BrokenBarrierError, and all who come later.
# stands for: _TestBarrier.test_abort
from multiprocessing import Barrier, Process, Queue
from threading import BrokenBarrierError

N = 4


def run(barrier, answers):
    try:
        if barrier.wait() == N // 2:
            raise RuntimeError
        barrier.wait()
        answers.put("passed")
    except BrokenBarrierError:
        answers.put("broken")
    except RuntimeError:
        barrier.abort()
        answers.put("aborts")


if __name__ == "__main__":
    barrier, answers = Barrier(N, timeout=100), Queue()
    processes = [Process(target=run, args=(barrier, answers)) for _ in range(N)]
    for p in processes:
        p.start()
    print(sorted(answers.get() for _ in processes), barrier.broken)
    for p in processes:
        p.join()
    try:
        barrier.wait()
    except BrokenBarrierError as error:
        print("BrokenBarrierError", error, repr(barrier).endswith(": broken>"))
# expect: ['aborts', 'broken', 'broken', 'broken'] True
# expect: BrokenBarrierError  True
