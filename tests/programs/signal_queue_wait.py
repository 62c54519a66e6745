# A process that waits at a queue of processes runs its handler and then goes on waiting; SIGTERM can end it in order.
import multiprocessing
import os
import signal


def work(tasks, answers):
    def report(number, frame):
        answers.put("handler ran")

    def finish(number, frame):
        raise SystemExit(0)

    signal.signal(signal.SIGUSR1, report)
    signal.signal(signal.SIGTERM, finish)
    answers.put("ready")
    try:
        while True:
            answers.put("task " + str(tasks.get()))
    finally:
        answers.put("cleaned up")


if __name__ == "__main__":
    tasks, answers = multiprocessing.Queue(), multiprocessing.Queue()
    worker = multiprocessing.Process(target=work, args=(tasks, answers))
    worker.start()
    print(answers.get())
    tasks.put(1)
    print(answers.get())
    os.kill(worker.pid, signal.SIGUSR1)
    print(answers.get())
    tasks.put(2)
    print(answers.get())
    worker.terminate()
    print(answers.get())
    worker.join()
    print(worker.exitcode)
# expect: ready
# expect: task 1
# expect: handler ran
# expect: task 2
# expect: cleaned up
# expect: 0
