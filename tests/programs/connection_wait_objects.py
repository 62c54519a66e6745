# stands for: TestWait.test_wait_timeout, TestWait.test_wait_integer, TestWait.test_neg_timeout
# wait(): connections, sentinels and plain descriptors together; time limits; what cannot be waited for.
import multiprocessing as mp
import time
from multiprocessing.connection import wait


class Thing:
    def __init__(self, conn):
        self.conn = conn

    def fileno(self):
        return self.conn.fileno()


def stay(started, go):
    started.release()
    go.acquire()


def names(found, all_names):
    return sorted(all_names[id(obj)] if not isinstance(obj, int) else "sentinel" for obj in found)


def attempt(objects, timeout=0):
    try:
        print(wait(objects, timeout))
    except (ValueError, KeyError, OverflowError) as error:
        print(type(error).__name__, str(error).split(" object at")[0])


def main():
    a, b = mp.Pipe()
    begin = time.monotonic()
    print(wait([a, b], 0.1), time.monotonic() - begin > 0.09)  # expect: [] True
    b.send(None)
    print(wait([a, b], 100) == [a])  # expect: True
    thing = Thing(a)
    print(wait([thing], 100) == [thing], wait([a.fileno()], 100) == [a.fileno()])  # expect: True True
    a.recv()

    started, go = mp.Semaphore(0), mp.Semaphore(0)
    p = mp.Process(target=stay, args=(started, go))
    p.start()
    started.acquire()
    known = {id(a): "a", id(b): "b"}
    print(wait([a, p.sentinel, b], 0))  # expect: []
    go.release()
    print(names(wait([a, p.sentinel, b], 100), known))  # expect: ['sentinel']
    a.send(None)
    print(names(wait([a, p.sentinel, b], 100), known))  # expect: ['b', 'sentinel']
    b.send(None)
    print(names(wait([a, p.sentinel, b], 100), known))  # expect: ['a', 'b', 'sentinel']
    p.join()

    begin = time.monotonic()
    a, b = mp.Pipe()
    print(wait([a], -1), time.monotonic() - begin < 100)  # expect: [] True
    print(wait([], 0.01))  # expect: []
    attempt([4.5])  # expect: ValueError Invalid file object: 4.5
    attempt(["a"])  # expect: ValueError Invalid file object: 'a'
    attempt([-1])  # expect: ValueError Invalid file descriptor: -1
    attempt([a, a])  # expect: KeyError '<multiprocessing.connection.Connection


if __name__ == "__main__":
    main()
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
