# The child writes at some time; main looks before or after.
# outcome: ok "False\n"
# outcome: ok "True\n"
from multiprocessing import Process, SimpleQueue


def produce(q):
    q.put(1)


if __name__ == "__main__":
    q = SimpleQueue()
    child = Process(target=produce, args=(q,))
    child.start()
    print(q.empty())
    child.join()
