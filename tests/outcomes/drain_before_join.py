# Main gets first: the feeder always finds room in the end, the child ends, join() returns.
# outcome: ok "100000\n"
from multiprocessing import Process, Queue


def work(q):
    q.put("x" * 100000)


if __name__ == "__main__":
    q = Queue()
    child = Process(target=work, args=(q,))
    child.start()
    print(len(q.get()))
    child.join()
