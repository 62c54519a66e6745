# The queues between threads: first in first out, last in first out, by priority, and the simple one.
import queue

fifo, lifo, heap, simple = queue.Queue(), queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for item in (3, 1, 4, 1, 5, 9, 2, 6):
    for one in (fifo, lifo, heap, simple):
        one.put(item)
print([fifo.get() for _ in range(8)], [lifo.get() for _ in range(8)])
print(list(heap.queue), [heap.get() for _ in range(8)])
print([simple.get() for _ in range(8)], simple.empty(), simple.qsize())
tasks = queue.PriorityQueue()
for task in ((2, "write"), (1, "think"), (3, "send"), (1, "ask")):
    tasks.put(task)
print([tasks.get()[1] for _ in range(4)])
fifo.put("a")
fifo.put("b")
print(list(fifo.queue), fifo.qsize(), fifo.empty(), fifo.full(), fifo.maxsize, type(fifo.queue).__name__)
fifo.queue.clear()
print(fifo.empty(), repr(fifo).split(" at ")[0], repr(simple).split(" at ")[0])


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _put(self, item):
        self.queue[item] = True

    def _get(self):
        return self.queue.popitem()[0]


unique = Unique()
for item in "abab":
    unique.put(item)
print(unique.qsize(), unique.get(), unique.get())
# expect: [3, 1, 4, 1, 5, 9, 2, 6] [6, 2, 9, 5, 1, 4, 1, 3]
# expect: [1, 1, 2, 3, 5, 9, 4, 6] [1, 1, 2, 3, 4, 5, 6, 9]
# expect: [3, 1, 4, 1, 5, 9, 2, 6] True 0
# expect: ['ask', 'think', 'write', 'send']
# expect: ['a', 'b'] 2 False False 0 deque
# expect: True <queue.Queue object <_queue.SimpleQueue object
# expect: 2 b a
