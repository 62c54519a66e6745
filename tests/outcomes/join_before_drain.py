# The item is larger than a pipe (64 KiB). The child's main thread has put it, but at its end it waits for its feeder, which waits for
# room in the pipe; main, which would make room, waits in join() for the child. There is no other order: nobody reads before join() is
# over.
# outcome: stuck ""
from multiprocessing import Process, Queue


def work(q):
    q.put("x" * 100000)


if __name__ == "__main__":
    q = Queue()
    child = Process(target=work, args=(q,))
    child.start()
    child.join()
    print(len(q.get()))
