"""Two processes add to the same value: raw, with the lock for each access, or for the whole update."""
import sys
from multiprocessing import Process, RawValue, Value


def add(value, times, kind):
    for _ in range(times):
        if kind == "whole":
            with value.get_lock():
                value.value += 1
        else:
            value.value += 1


if __name__ == "__main__":
    times, kind = int(sys.argv[1]), sys.argv[2]
    value = RawValue("i", 0) if kind == "raw" else Value("i", 0)
    processes = [Process(target=add, args=(value, times, kind)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value)
