# Share of get_nowait() that raise Empty, in percent, while two consumers take 3000 items that are all in the pipe.
import multiprocessing
import queue

ITEMS = 3000  # more than one time slice takes
ROUNDS = 10


def fill(q):
    for item in range(ITEMS):
        q.put(item % 100)  # short ones, so that all are in the pipe


def consume(q, left, results, begin):
    begin.wait()
    attempts = refused = 0
    while left.get_value() > 0:
        attempts += 1
        try:
            q.get_nowait()
        except queue.Empty:
            refused += left.get_value() > 0
        else:
            left.acquire(False)
    results.put((attempts, refused))


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    attempts = refused = 0
    for number in range(ROUNDS):
        q, results, begin = context.Queue(), context.SimpleQueue(), context.Event()
        left = context.Semaphore(ITEMS)
        filler = context.Process(target=fill, args=(q,))
        filler.start()
        filler.join()
        consumers = [context.Process(target=consume, args=(q, left, results, begin)) for _ in range(2)]
        for consumer in consumers:
            consumer.start()
        begin.set()
        for consumer in consumers:
            tried, failed = results.get()
            attempts += tried
            refused += failed
        for consumer in consumers:
            consumer.join()
    print(100 * refused / attempts)
