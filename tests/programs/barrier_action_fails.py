# An action that raises breaks the barrier: its own exception where it ran, BrokenBarrierError for the others.
from multiprocessing import Barrier, Process, Queue
from threading import BrokenBarrierError


def fail():
    raise OSError("no")


def run(barrier, answers):
    try:
        barrier.wait()
    except (OSError, BrokenBarrierError) as error:
        answers.put(type(error).__name__)


if __name__ == "__main__":
    barrier, answers = Barrier(3, fail), Queue()
    processes = [Process(target=run, args=(barrier, answers)) for _ in range(3)]
    for p in processes:
        p.start()
    print(sorted(answers.get() for _ in processes), barrier.broken)
    for p in processes:
        p.join()
    barrier.reset()
    print(barrier.broken)
# expect: ['BrokenBarrierError', 'BrokenBarrierError', 'OSError'] True
# expect: False
