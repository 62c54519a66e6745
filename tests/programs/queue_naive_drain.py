# "get_nowait() until Empty" is no way to empty a queue with two consumers: whoever finds the reader lock taken leaves at once,
# with everything still there.
# shows: T25
from multiprocessing import Process, Queue
from queue import Empty


def fill(q):
    for i in range(100):
        q.put(i)


def drain(q, taken):
    count = 0
    while True:
        try:
            q.get_nowait()
        except Empty:
            break
        count += 1
    taken.put(count)


def run(target, *arguments):
    p = Process(target=target, args=arguments)
    p.start()
    p.join()


if __name__ == "__main__":
    q, taken = Queue(), Queue()
    run(fill, q)  # its end means that all is in the pipe
    with q._rlock:  # as the other consumer, in the middle of its get
        run(drain, q, taken)
    print(taken.get(), q.qsize(), q.empty())
    run(drain, q, taken)
    print(taken.get(), q.qsize(), q.empty())
# expect: 0 100 False
# expect: 100 0 True
