# start method: fork
# shows: T13
# stands for: _TestQueue.test_fork
# A forked child has neither the parent's buffer nor its feeder: items are not sent twice.
import multiprocessing


def child(q):
    q.put("from the child")


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    q = context.Queue()
    q.put("from the parent")
    p = context.Process(target=child, args=(q,))
    p.start()
    items = sorted([q.get(), q.get()])
    p.join()
    print(items, q.empty(), q.qsize())
# expect: ['from the child', 'from the parent'] True 0
