# The first that several threads of a forked child do with a queue of their parent is to put, all at once: nothing is lost.
import multiprocessing
import sys
import threading

CHILDREN, THREADS, ITEMS = 12, 4, 3


def work(queue, child):
    sys.setswitchinterval(1e-6)
    barrier = threading.Barrier(THREADS)

    def put(thread):
        barrier.wait()
        for item in range(ITEMS):
            queue.put((child, thread, item))

    threads = [threading.Thread(target=put, args=(thread,)) for thread in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    found = []
    for child in range(CHILDREN):
        process = context.Process(target=work, args=(queue, child))
        process.start()
        got = [queue.get(timeout=30) for _ in range(THREADS * ITEMS)]
        process.join()
        found += got
        # In each thread's order.
        assert all([item for _, thread, item in got if thread == wanted] == list(range(ITEMS)) for wanted in range(THREADS))
    print(len(set(found)))
# expect: 144
