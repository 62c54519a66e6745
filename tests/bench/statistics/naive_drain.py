# Share of consumers, in percent, that leave the loop "get_nowait() until Empty" while items remain; two consumers, 3000 items in the pipe.
import multiprocessing
import queue

ITEMS = 3000  # more than one time slice takes
ROUNDS = 15


def fill(q):
    for item in range(ITEMS):
        q.put(item % 100)  # short ones, so that all are in the pipe


def drain(q, results, begin):
    begin.wait()
    taken = 0
    try:
        while True:
            q.get_nowait()
            taken += 1
    except queue.Empty:
        results.put((taken, not q.empty()))


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    early = 0
    for number in range(ROUNDS):
        q, results, begin = context.Queue(), context.SimpleQueue(), context.Event()
        filler = context.Process(target=fill, args=(q,))
        filler.start()
        filler.join()
        consumers = [context.Process(target=drain, args=(q, results, begin)) for _ in range(2)]
        for consumer in consumers:
            consumer.start()
        begin.set()
        for consumer in consumers:
            taken, remains = results.get()
            early += remains
        for consumer in consumers:
            consumer.join()
    print(100 * early / (2 * ROUNDS))
