# `v.value += 1` reads in one critical section and stores in another. Between them another process can do the same, and one of
# the two is lost, although every single access took the lock.
# shows: T17
from multiprocessing import Event, Process, Value


def add_one(value, has_read, may_store):
    seen = value.value
    has_read.set()
    may_store.wait()
    value.value = seen + 1


if __name__ == "__main__":
    value, has_read, may_store = Value("i", 0), Event(), Event()
    p = Process(target=add_one, args=(value, has_read, may_store))
    p.start()
    has_read.wait()
    value.value += 1
    print("after mine:", value.value)
    may_store.set()
    p.join()
    print("after both:", value.value)
# expect: after mine: 1
# expect: after both: 1
