# Every thread of a client has a connection of its own, so one that waits holds up no other.
import threading
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as m:
        q, results = m.Queue(), m.list()

        def consume():
            results.append(q.get())

        threads = [threading.Thread(target=consume) for _ in range(3)]
        for t in threads:
            t.start()
        for i in range(3):
            q.put(i)
        for t in threads:
            t.join()
        print(sorted(results), q.qsize())
# expect: [0, 1, 2] 0
