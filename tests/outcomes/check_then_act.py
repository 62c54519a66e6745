# Each adds 1 only if v is 0. If one has written before the other looks, the other does nothing: 1. If both look first, both add, one
# after the other, for the addition is under the lock: 2.
# outcome: ok "1\n"
# outcome: ok "2\n"
from multiprocessing import Process, Value


def once(v):
    if v.value == 0:
        with v.get_lock():
            v.value += 1


if __name__ == "__main__":
    v = Value("i", 0)
    a = Process(target=once, args=(v,))
    b = Process(target=once, args=(v,))
    a.start()
    b.start()
    a.join()
    b.join()
    print(v.value)
