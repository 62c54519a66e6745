# task_done() and join(): the producer waits until everything is worked off.
import queue
import threading

tasks = queue.Queue()
done = []


def work():
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            return
        done.append(task * task)
        tasks.task_done()


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for number in range(10):
    tasks.put(number)
tasks.join()
print(sorted(done), tasks.unfinished_tasks)
for worker in workers:
    tasks.put(None)
tasks.join()
for worker in workers:
    worker.join()
try:
    tasks.task_done()
except ValueError as error:
    print(error)
bounded = queue.Queue(maxsize=1)
received = []
consumer = threading.Thread(target=lambda: [received.append(bounded.get()) for _ in range(50)])
consumer.start()
for number in range(50):
    bounded.put(number)
consumer.join()
print(received == list(range(50)), bounded.empty())
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] 0
# expect: task_done() called too many times
# expect: True True
