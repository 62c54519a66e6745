# Threads may use one weak mapping at the same time: a key is there once, an entry is given to one of them, and nothing else fails.
import sys
import threading
import weakref

sys.setswitchinterval(1e-6)
THREADS, ROUNDS = 4, 40


class Item:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number


def together(work):
    barrier = threading.Barrier(THREADS)
    results = [None] * THREADS

    def run(number):
        barrier.wait()
        results[number] = work(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


items = [Item(number) for number in range(ROUNDS)]
by_key, every = weakref.WeakKeyDictionary(), weakref.WeakSet()


def add(number):
    for item in items:
        by_key[item] = number
        every.add(item)
    return [by_key.setdefault(item, number) for item in items] and len(by_key)


print(max(together(add)), len(by_key), len(every), len(list(by_key)))
# expect: 40 40 40 40
once = weakref.WeakKeyDictionary()
print(len(set(map(tuple, together(lambda number: [once.setdefault(item, number) for item in items])))))
# expect: 1


def take(number):
    return sum(by_key.pop(item, None) is not None for item in items)


def take_any(number):
    taken = 0
    while True:
        try:
            every.pop()
        except KeyError:
            return taken
        taken += 1


print(sum(together(take)), len(by_key), sum(together(take_any)), len(every))
# expect: 40 0 40 0


def take_items(number):
    taken = []
    while True:
        try:
            taken.append(once.popitem())
        except KeyError:
            return len(taken)


print(sum(together(take_items)), len(once))
# expect: 40 0
by_number = weakref.WeakValueDictionary()


def come_and_go(number):
    for round in range(ROUNDS):
        item = Item(round)
        by_number[round] = item
        own = by_key[item] = Item(number)
        by_number[number, round] = own
        assert by_number.get((number, round)) is own and by_key.get(item) is own and (number, round) in by_number
        len(by_number), len(by_key), by_number.get(round - 1), by_number.pop((number, round - 1), None)
        del item, own
    return "went on"


print(*together(come_and_go), len(by_number), len(by_key))
# expect: went on went on went on went on 0 0
