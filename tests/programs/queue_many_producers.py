# FIFO for each producer, whatever the order between them; nothing is lost.
# shows: T24
# arguments: --start-method spawn
from multiprocessing import Process, Queue

PRODUCERS = 3
ITEMS = 200


def produce(q, name):
    for number in range(ITEMS):
        q.put((name, number))


if __name__ == "__main__":
    q = Queue()
    producers = [Process(target=produce, args=(q, name)) for name in range(PRODUCERS)]
    for p in producers:
        p.start()
    seen = {name: [] for name in range(PRODUCERS)}
    for _ in range(PRODUCERS * ITEMS):
        name, number = q.get()
        seen[name].append(number)
    for p in producers:
        p.join()
    print(all(numbers == list(range(ITEMS)) for numbers in seen.values()), q.qsize())
# expect: True 0
