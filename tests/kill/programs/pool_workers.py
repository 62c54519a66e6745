"""A pool whose workers get short tasks. A killed worker's task is lost; the pool goes on, unless a lock was lost with the worker."""
import multiprocessing
import os
import time


def say(role):
    print(role, os.getpid(), flush=True)


def work(number):
    return number * number


if __name__ == "__main__":
    say("main")
    # a semaphore that keeps its name, which tells those of this session from others'
    named = multiprocessing.get_context("spawn").Lock()
    print("named", *[part for part in named._semlock._state() if isinstance(part, str)], flush=True)
    pool = multiprocessing.Pool(2, initializer=say, initargs=("worker",))
    answers = [pool.apply_async(work, (number,)) for number in range(3000)]
    deadline = time.monotonic() + 2.0
    while time.monotonic() < deadline and not all(answer.ready() for answer in answers):
        time.sleep(0.01)
    lost = sum(not answer.ready() for answer in answers)
    pool.terminate()
    pool.join()
    print("end", lost, flush=True)
