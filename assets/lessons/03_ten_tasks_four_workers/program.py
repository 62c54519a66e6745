from multiprocessing import Process, Queue, current_process
from queue import Empty
import time

TASK_SECONDS = 0.05  # knob 0.0..0.5


def work(tasks, results):
    while True:
        try:
            task = tasks.get_nowait()
        except Empty:
            break
        time.sleep(TASK_SECONDS)
        results.put(task + " was done by " + current_process().name)


def main():
    tasks = Queue()
    results = Queue()
    for number in range(10):
        tasks.put("task " + str(number))

    workers = []
    for number in range(4):
        worker = Process(target=work, args=(tasks, results))
        workers.append(worker)
        worker.start()
    for worker in workers:
        worker.join()

    count = 0
    while not results.empty():
        print(results.get())
        count = count + 1
    print(count, "of 10 tasks were done")


if __name__ == "__main__":
    main()
