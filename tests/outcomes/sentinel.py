# One producer, one queue: items come in the order of put(). The consumer adds up until None comes, and then puts the sum.
# outcome: ok "3\n"
from multiprocessing import Process, Queue


def consume(items, results):
    total = 0
    while True:
        item = items.get()
        if item is None:
            break
        total += item
    results.put(total)


if __name__ == "__main__":
    items, results = Queue(), Queue()
    child = Process(target=consume, args=(items, results))
    child.start()
    for item in (1, 2, None):
        items.put(item)
    print(results.get())
    child.join()
