# JoinableQueue: join() waits for task_done() of every item.
# stands for: _TestQueue.test_task_done
# arguments: --start-method spawn
from multiprocessing import JoinableQueue, Process


def work(q, done):
    for _ in range(3):
        done.put(q.get() * 2)
        q.task_done()


if __name__ == "__main__":
    q, done = JoinableQueue(), JoinableQueue()
    p = Process(target=work, args=(q, done))
    p.start()
    for number in (1, 2, 3):
        q.put(number)
    q.join()
    print([done.get() for _ in range(3)])
    p.join()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
# expect: [2, 4, 6]
# expect: task_done() called too many times
