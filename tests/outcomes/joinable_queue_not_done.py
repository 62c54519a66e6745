# The worker gets the item but never calls task_done(): join() waits for ever.
# outcome: stuck ""
from multiprocessing import JoinableQueue, Process


def work(q):
    q.get()


if __name__ == "__main__":
    q = JoinableQueue()
    child = Process(target=work, args=(q,))
    child.start()
    q.put(1)
    q.join()
    print("done")
    child.join()
