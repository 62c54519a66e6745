# stands for: TestPoolNotLeakOnFailure.test_release_unused_processes
# A worker cannot be started: those that could are ended and waited for.
from multiprocessing import get_context
from multiprocessing.pool import Pool

started = []


class FailingContext:
    def __init__(self, real):
        self._real = real
        self.SimpleQueue = real.SimpleQueue

    def Process(self, *args, **kwds):
        process = self._real.Process(*args, **kwds)
        if len(started) == 2:
            def refuse():
                raise OSError("manually induced")

            process.start = refuse
        started.append(process)
        return process


if __name__ == "__main__":
    try:
        Pool(6, context=FailingContext(get_context("fork")))
    except OSError as error:
        print(error)  # expect: manually induced
    print(len(started), any(process.is_alive() for process in started))  # expect: 3 False
    print([process.exitcode for process in started])  # expect: [-15, -15, None]
