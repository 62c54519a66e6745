# join() returns when as many task_done() as put() were called; the worker has written before each.
# outcome: ok "3\n"
from multiprocessing import JoinableQueue, Process, RawValue


def work(q, total):
    for _ in range(2):
        total.value += q.get()
        q.task_done()


if __name__ == "__main__":
    q = JoinableQueue()
    total = RawValue("i", 0)
    child = Process(target=work, args=(q, total))
    child.start()
    q.put(1)
    q.put(2)
    q.join()
    print(total.value)
    child.join()
