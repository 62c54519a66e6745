# stands for: _TestPool.test_imap
import multiprocessing
from multiprocessing import Event, Pool


def square(x):
    return x * x


def share(event):
    global gate
    gate = event


def late(x):
    gate.wait()
    return x


if __name__ == "__main__":
    passed = Event()
    with Pool(3, share, (passed,)) as pool:
        print(list(pool.imap(square, list(range(10)))))  # expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
        numbers = pool.imap(square, range(10))
        for i in range(10):
            assert next(numbers) == i * i
        try:
            next(numbers)
        except StopIteration:
            print("at the end")  # expect: at the end
        numbers = pool.imap(square, range(1000), chunksize=100)
        print(sum(numbers) == sum(x * x for x in range(1000)), type(numbers).__name__)  # expect: True generator
        slow = pool.imap(late, [5])
        try:
            slow.next(timeout=0.01)
        except multiprocessing.TimeoutError:
            print("not yet")  # expect: not yet
        passed.set()
        print(slow.next(timeout=100), list(slow))  # expect: 5 []
        print(type(slow).__name__, list(pool.imap(square, [])))  # expect: IMapIterator []
