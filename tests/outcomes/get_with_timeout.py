# A second is long, but nothing promises that the child is faster: the wait may be over first. Then the item stays in the pipe.
# outcome: ok "1\n"
# outcome: ok "Empty\n"
from multiprocessing import Process, Queue
from queue import Empty


def work(q):
    q.put(1)


if __name__ == "__main__":
    q = Queue()
    child = Process(target=work, args=(q,))
    child.start()
    try:
        print(q.get(timeout=1))
    except Empty:
        print("Empty")
    child.join()
