# start method: spawn
# shows: checklist 11
# Beside the workers of a spawned Pool there is a third process, the resource tracker. It moves no tasks: without it map works.
import multiprocessing
import os
import signal
from multiprocessing import resource_tracker


def double(number):
    return 2 * number


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        print(pool.map(double, [1, 2]))
        tracker = resource_tracker._resource_tracker._pid
        print(tracker in [process.pid for process in multiprocessing.active_children()])
        os.kill(tracker, signal.SIGKILL)
        print(pool.map(double, [3, 4]))
# expect: [2, 4]
# expect: False
# expect: [6, 8]
