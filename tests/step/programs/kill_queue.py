"""A child takes items from a queue; the others see with time limits whether it is still usable."""
from multiprocessing import Process, Queue
from queue import Empty


def take(q):
    for _ in range(2):
        q.get()


if __name__ == "__main__":
    q = Queue()
    for number in range(4):
        q.put(number)
    p = Process(target=take, args=(q,), name="Taker")
    p.start()
    p.join()
    left = []
    try:
        while True:
            left.append(q.get(timeout=5))
    except Empty:
        pass
    print("exit", p.exitcode, "left", left, flush=True)
    q.cancel_join_thread()
