# Two consumers, one None: whoever gets it ends, the other waits for an item that does not come, and main waits in its join().
# outcome: stuck ""
from multiprocessing import Process, SimpleQueue


def consume(items):
    while items.get() is not None:
        pass


if __name__ == "__main__":
    items = SimpleQueue()
    children = [Process(target=consume, args=(items,)) for _ in range(2)]
    for child in children:
        child.start()
    items.put(None)
    for child in children:
        child.join()
    print("done")
