# What start() does, as its descriptors show: two pipes, of which the parent keeps the read end of one and the write end of the other.
# shows: checklist 10
import multiprocessing
import os
import time


def free_descriptors(count):
    """The lowest numbers that are free now."""
    taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(count)]
    for descriptor in taken:
        os.close(descriptor)
    return taken


def child():
    time.sleep(0.2)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    before = free_descriptors(6)
    p = context.Process(target=child)
    p.start()
    print("fork:", p.sentinel == before[0], free_descriptors(2) == [before[1], before[2]], before[3] not in free_descriptors(4))
    p.join()
    p.close()
    print("all closed:", free_descriptors(6) == before)
    # the tracker first, then pickling, which fails: no pipe was made
    context = multiprocessing.get_context("spawn")
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()
    before = free_descriptors(6)
    p = context.Process(target=lambda: 0)
    try:
        p.start()
    except Exception as error:
        print("spawn:", type(error).__name__, p.pid, free_descriptors(6) == before)
# expect: fork: True True True
# expect: all closed: True
# expect: spawn: PicklingError None True
