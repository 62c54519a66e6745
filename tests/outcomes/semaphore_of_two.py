# A semaphore that lets two in protects nothing from the second: the two orders of two updates that do not overlap give 2, those that
# do give 1.
# outcome: ok "1\n"
# outcome: ok "2\n"
from multiprocessing import Process, RawValue, Semaphore


def add(semaphore, v):
    with semaphore:
        v.value += 1


if __name__ == "__main__":
    semaphore = Semaphore(2)
    v = RawValue("i", 0)
    a = Process(target=add, args=(semaphore, v))
    b = Process(target=add, args=(semaphore, v))
    a.start()
    b.start()
    a.join()
    b.join()
    print(v.value)
