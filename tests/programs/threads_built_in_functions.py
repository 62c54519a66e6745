# What CPython has in C is done as one: no thread comes in between, however often they change places.
import collections
import heapq
import itertools
import sys
import threading

heap = []
order = collections.OrderedDict((key, 0) for key in range(4))
numbers = itertools.cycle(range(10))
errors = []


def heaps(i):
    heapq.heappush(heap, (i * 7919) % 1000)
    if len(heap) > 50:
        heapq.heappop(heap)


def orders(i):
    order.move_to_end(i % 4, last=bool(i % 3))


def cycles(i):
    next(numbers)


def repeat(act):
    for i in range(5000):
        try:
            act(i)
        except Exception as error:
            errors.append(repr(error))


sys.setswitchinterval(0.00001)
for act in (heaps, orders, cycles):
    threads = [threading.Thread(target=repeat, args=(act,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
parents = [(heap[(i - 1) // 2], heap[i]) for i in range(1, len(heap))]
print(all(parent <= child for parent, child in parents), sorted(order), collections.Counter(errors))
# expect: True [0, 1, 2, 3] Counter()
