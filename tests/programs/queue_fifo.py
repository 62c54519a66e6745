# Items of one producer arrive in the order they were put.
# shows: checklist 1
# arguments: --start-method spawn
from multiprocessing import Process, Queue


def produce(q):
    for number in range(5):
        q.put(number)
    q.put(None)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=produce, args=(q,))
    p.start()
    got = []
    while True:
        item = q.get()
        if item is None:
            break
        got.append(item)
    p.join()
    print(got, p.exitcode, q.empty(), q.qsize())
# expect: [0, 1, 2, 3, 4] 0 True 0
