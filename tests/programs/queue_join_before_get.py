# join() before the items are taken out: a process that has put ends only when its feeder has written everything, and the pipe
# takes 7280 small ints, or one bytes object of 65514, and not one more.
# shows: T5, checklist 9
from multiprocessing import Process, Queue


def put(q, items):
    for item in items:
        q.put(item)


def attempt(items, patience):
    q = Queue()
    p = Process(target=put, args=(q, items))
    p.start()
    p.join(patience)
    state = "ends" if p.exitcode == 0 else "hangs"
    taken = sum(1 for _ in items if q.get(timeout=100) is not None)
    p.join()
    return state, taken


if __name__ == "__main__":
    print(attempt([1] * 7280, 100), attempt([1] * 7281, 1))
    print(attempt([b"x" * 65514], 100), attempt([b"x" * 65515], 0.5))
# expect: ('ends', 7280) ('hangs', 7281)
# expect: ('ends', 1) ('hangs', 1)
