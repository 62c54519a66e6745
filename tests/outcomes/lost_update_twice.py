# Each process adds 1 twice, without a lock. At least 2: the last write of all comes after an own first write of its process, and what
# that process read in between was at least 1. 2 is reached by: a reads 0; b does its first round; a writes 1; b reads 1; a reads 1 and
# writes 2; b writes 2. 3: one update is lost. 4: none is.
# outcome: ok "2\n"
# outcome: ok "3\n"
# outcome: ok "4\n"
from multiprocessing import Process, RawValue


def add(v):
    for _ in range(2):
        v.value += 1


if __name__ == "__main__":
    v = RawValue("i", 0)
    a = Process(target=add, args=(v,))
    b = Process(target=add, args=(v,))
    a.start()
    b.start()
    a.join()
    b.join()
    print(v.value)
