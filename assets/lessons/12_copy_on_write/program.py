import multiprocessing
import time

STEPS = 5  # knob 1..50
PAUSE = 0.2  # knob 0.0..2.0

big = [None] * 2_000_000


def megabytes(name):
    with open("/proc/self/smaps_rollup") as rollup:
        return sum([int(line.split()[1]) for line in rollup if line.startswith(name)]) // 1024


def child():
    private, shared = megabytes("Private_"), megabytes("Shared_")
    part = len(big) // STEPS
    for step in range(STEPS):
        for index in range(step * part, (step + 1) * part):
            big[index] = True
        time.sleep(PAUSE)
    print("private grew:", megabytes("Private_") - private > 10)
    print("shared shrank:", shared - megabytes("Shared_") > 10)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    process = context.Process(target=child)
    process.start()
    process.join()
    print("in the parent nothing has changed:", big[0], big[-1])
