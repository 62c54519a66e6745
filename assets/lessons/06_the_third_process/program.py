import multiprocessing
import os
import signal
import time
from multiprocessing import resource_tracker

SECONDS_TO_LOOK = 1.0  # knob 0.0..30.0


def double(number):
    return 2 * number


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        print(pool.map(double, [1, 2, 3]))
        children = [child.pid for child in multiprocessing.active_children()]
        third = resource_tracker._resource_tracker._pid
        print("workers:", len(children), "is the third one a worker:", third in children)
        time.sleep(SECONDS_TO_LOOK)
        os.kill(third, signal.SIGKILL)
        time.sleep(SECONDS_TO_LOOK)
        print(pool.map(double, [4, 5, 6]))
