# shows: T22
# start() writes the pickled arguments into a pipe: more than fits there, and it waits until the child reads.
import multiprocessing as mp
import time


def count(data, queue):
    queue.put(len(data))


def took(method, size):
    context = mp.get_context(method)
    queue = context.SimpleQueue()
    p = context.Process(target=count, args=(b"x" * size, queue))
    begin = time.perf_counter()
    p.start()
    elapsed = time.perf_counter() - begin
    got = queue.get()
    p.join()
    return got == size, elapsed


if __name__ == "__main__":
    for method in ("spawn", "forkserver"):
        small = [took(method, 1000) for _ in range(3)]
        large = [took(method, 8_000_000) for _ in range(3)]
        print(all(whole for whole, _ in small + large), min(t for _, t in large) > min(t for _, t in small))
# expect: True True
# expect: True True
