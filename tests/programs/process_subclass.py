# A subclass with its own run(), and what the parent sees of its changes: nothing.
# stands for: _TestSubclassingProcess.test_subclassing
# arguments: --start-method spawn
from multiprocessing import Process, Queue


class Squarer(Process):
    def __init__(self, number, q):
        super().__init__()
        self.number = number
        self.q = q

    def run(self):
        self.number = self.number**2
        self.q.put((self.name, self.number))


if __name__ == "__main__":
    q = Queue()
    workers = [Squarer(n, q) for n in (2, 3)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(sorted([q.get(), q.get()]))
    print([w.number for w in workers])
# expect: [('Squarer-1', 4), ('Squarer-2', 9)]
# expect: [2, 3]
