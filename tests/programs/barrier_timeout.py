# A time limit that runs out breaks the barrier, for the one who waited and for all who come later.
# stands for: _TestBarrier.test_timeout, _TestBarrier.test_default_timeout
from multiprocessing import Barrier, Event, Process, Queue
from threading import BrokenBarrierError


def run(barrier, answers, timeout, early):
    early.set()
    try:
        answers.put(barrier.wait(timeout))
    except BrokenBarrierError:
        answers.put("broken")


if __name__ == "__main__":
    for default, timeout in ((None, 0.05), (0.05, None)):
        barrier, answers, early = Barrier(2, timeout=default), Queue(), Event()
        p = Process(target=run, args=(barrier, answers, timeout, early))
        p.start()
        early.wait()
        print(answers.get(), barrier.broken)
        p.join()
        run(barrier, answers, None, early)
        print(answers.get())
# expect: broken True
# expect: broken
# expect: broken True
# expect: broken
