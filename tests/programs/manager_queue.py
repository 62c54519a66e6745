# A manager's queue is a queue.Queue in the server: no feeder, and empty() and qsize() are exact.
# stands for: TestSyncManagerTypes.test_queue, TestSyncManagerTypes.test_joinable_queue, TestManagerExceptions.test_queue_get
import queue
from multiprocessing import Manager, Process


def work(q, tasks):
    q.put(q.get() * 2)
    while (item := tasks.get()) is not None:
        tasks.task_done()
    tasks.task_done()


if __name__ == "__main__":
    with Manager() as m:
        q = m.Queue(2)
        print(q.empty(), q.qsize(), q.full())
        q.put(1)
        print(q.empty(), q.qsize())
        q.put_nowait(2)
        for refused in (q.put_nowait, lambda item: q.put(item, True, 0.05), lambda item: q.put(item, timeout=0.05)):
            try:
                refused(3)
            except queue.Full as error:
                print("Full", error.args)
        print(q.get(), q.get(timeout=100), q.full())
        for refused in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.05)):
            try:
                refused()
            except queue.Empty as error:
                print("Empty", error.args)
        tasks = m.JoinableQueue()
        p = Process(target=work, args=(q, tasks))
        p.start()
        q.put(21)
        for item in (1, 2, None):
            tasks.put(item)
        tasks.join()
        p.join()
        print(q.get(), tasks.qsize())
        try:
            tasks.task_done()
        except ValueError as error:
            print(error)
# expect: True 0 False
# expect: False 1
# expect: Full ()
# expect: Full ()
# expect: Full ()
# expect: 1 2 False
# expect: Empty ()
# expect: Empty ()
# expect: Empty ()
# expect: 42 0
# expect: task_done() called too many times
