from multiprocessing import Process, Queue

SIZE = 100000  # knob 1000..200000


def work(q):
    q.put("x" * SIZE)


if __name__ == "__main__":
    q = Queue()
    child = Process(target=work, args=(q,))
    child.start()
    child.join()
    print("got", len(q.get()))
