# With get_lock() around read and store nothing is lost.
# shows: T17
# arguments: --start-method spawn
from multiprocessing import Process, Value

N = 2000


def count(value):
    for _ in range(N):
        with value.get_lock():
            value.value += 1


if __name__ == "__main__":
    value = Value("i", 0)
    processes = [Process(target=count, args=(value,)) for _ in range(2)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(value.value == 2 * N)
# expect: True
