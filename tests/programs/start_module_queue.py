# shows: T11
# A queue made at module level: a forked child has the parent's, a fresh one makes its own, and nothing arrives.
import multiprocessing as mp

queue = mp.get_context("spawn").Queue()


def put():
    queue.put("from the child")


if __name__ == "__main__":
    for method in ("spawn", "forkserver", "fork"):
        p = mp.get_context(method).Process(target=put)
        p.start()
        p.join()
        print(method, queue.qsize(), queue.empty())
    print(queue.get())
# expect: spawn 0 True
# expect: forkserver 0 True
# expect: fork 1 False
# expect: from the child
