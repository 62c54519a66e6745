# One at a time: no update is lost.
# outcome: ok "2\n"
from multiprocessing import Process, RawValue, Semaphore


def add(semaphore, v):
    with semaphore:
        v.value += 1


if __name__ == "__main__":
    semaphore = Semaphore(1)
    v = RawValue("i", 0)
    a = Process(target=add, args=(semaphore, v))
    b = Process(target=add, args=(semaphore, v))
    a.start()
    b.start()
    a.join()
    b.join()
    print(v.value)
