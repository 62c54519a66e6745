from multiprocessing import Process, Queue, RawArray
from queue import Empty

got = RawArray("i", 2)


def take(q, number):
    try:
        q.get_nowait()
        got[number] = 1
    except Empty:
        pass


if __name__ == "__main__":
    q = Queue()
    q.put("an item")
    first = Process(target=take, args=(q, 0))
    second = Process(target=take, args=(q, 1))
    first.start()
    second.start()
    first.join()
    second.join()
    print("first", got[0], "second", got[1])
