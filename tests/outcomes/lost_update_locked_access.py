# Value() brings a lock, but += takes it twice: once to read, once to write. Between the two the other can do both: the same outcomes
# as without a lock.
# outcome: ok "2\n"
# outcome: ok "3\n"
# outcome: ok "4\n"
from multiprocessing import Process, Value


def add(v):
    for _ in range(2):
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
