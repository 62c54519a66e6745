# start method: fork
# A forked child has its parent's memory without a copy, until it writes: then pages of its own take their place.
# state: no (to capture a state is to read and write all of the memory)
import multiprocessing

big = [None] * 2_000_000


def kib(name):
    with open("/proc/self/smaps_rollup") as rollup:
        return sum([int(line.split()[1]) for line in rollup if line.startswith(name)])


def child():
    private, shared = kib("Private_"), kib("Shared_")
    for index in range(len(big)):
        big[index] = True
    print("private grew:", kib("Private_") - private > 12_000)
    print("shared shrank:", shared - kib("Shared_") > 12_000)


if __name__ == "__main__":
    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
# expect: private grew: True
# expect: shared shrank: True
