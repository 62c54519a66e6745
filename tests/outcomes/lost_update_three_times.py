# Three rounds each, without a lock. At least 2: the last write of all comes after an own write of its process, so it read at least
# 1. 2 is reached by: a reads 0; b does two rounds (v = 2); a writes 1; b reads 1 (its third round); a does its two others (v = 3);
# b writes 2. Every number up to 6 = no update lost comes with fewer losses.
# outcome: ok "2\n"
# outcome: ok "3\n"
# outcome: ok "4\n"
# outcome: ok "5\n"
# outcome: ok "6\n"
from multiprocessing import Process, RawValue


def add(v):
    for _ in range(3):
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
