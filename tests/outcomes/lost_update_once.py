# Each process reads v and writes it back, one more: r1 w1 and r2 w2. Of the C(4,2) = 6 orders the two r1 w1 r2 w2 and
# r2 w2 r1 w1 count both; in the other four both read 0 before anybody writes, and both write 1.
# outcome: ok "1\n"
# outcome: ok "2\n"
from multiprocessing import Process, RawValue


def add(v):
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
