# cancel_join_thread(): the end of the process does not wait for what is still in the buffer.
# shows: T18
# arguments: --start-method spawn
from multiprocessing import Process, Queue


def produce(q):
    q.cancel_join_thread()
    q.put(b"x" * 1000000)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=produce, args=(q,))
    p.start()
    p.join()
    print(p.exitcode, q.qsize())
# expect: 0 1
