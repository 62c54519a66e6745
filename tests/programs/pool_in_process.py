# stands for: TestStdinBadfiledescriptor.test_queue_in_process, TestStdinBadfiledescriptor.test_pool_in_process
# A child may have a queue and a pool of its own.
import multiprocessing


def add_one(x):
    return x + 1


def use_pool():
    with multiprocessing.Pool(4) as pool:
        print(pool.map(add_one, [1, 2, 3]), flush=True)


def use_queue():
    queue = multiprocessing.Queue()
    sub = multiprocessing.Process(target=queue.put, args=(4,))
    sub.start()
    print(queue.get(), flush=True)
    sub.join()


if __name__ == "__main__":
    for target in (use_pool, use_queue):
        process = multiprocessing.Process(target=target)
        process.start()
        process.join()
        print(process.exitcode, flush=True)
    # expect: [2, 3, 4]
    # expect: 0
    # expect: 4
    # expect: 0
