import multiprocessing
import time

CHARACTERS = 200000  # knob 0..1000000


def helper():
    time.sleep(30)
    print("the daemon is never this old")


def worker():
    time.sleep(0.2)
    print("the worker is done")


def reader(q):
    time.sleep(0.4)
    print("read", len(q.get()), "characters")


if __name__ == "__main__":
    q = multiprocessing.Queue()
    multiprocessing.Process(target=helper, name="Helper", daemon=True).start()
    multiprocessing.Process(target=worker, name="Worker").start()
    multiprocessing.Process(target=reader, args=(q,), name="Reader").start()
    q.put("x" * CHARACTERS)
    print("the last line of the program")
