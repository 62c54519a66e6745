# The lock is held from the read to the write: no read of the one lies between a read and a write of the other, so no
# update is lost.
# outcome: ok "4\n"
from multiprocessing import Process, Value


def add(v):
    for _ in range(2):
        with v.get_lock():
            v.value += 1


if __name__ == "__main__":
    v = Value("i", 0)
    a = Process(target=add, args=(v,))
    b = Process(target=add, args=(v,))
    a.start()
    b.start()
    a.join()
    b.join()
    print(v.value)
