# A process that waits at a queue of processes runs its handler and then goes on waiting; SIGTERM can end it in order.
# It answers by a pipe: a handler that ran at the end of a put() and put something itself would wait for the lock it holds.
import multiprocessing
import os
import signal


def work(tasks, answer):
    def report(number, frame):
        answer.send("handler ran")

    def finish(number, frame):
        raise SystemExit(0)

    signal.signal(signal.SIGUSR1, report)
    signal.signal(signal.SIGTERM, finish)
    answer.send("ready")
    try:
        while True:
            answer.send("task " + str(tasks.get()))
    finally:
        answer.send("cleaned up")


if __name__ == "__main__":
    tasks = multiprocessing.Queue()
    answers, answer = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.Process(target=work, args=(tasks, answer))
    worker.start()
    print(answers.recv())
    tasks.put(1)
    print(answers.recv())
    os.kill(worker.pid, signal.SIGUSR1)
    print(answers.recv())
    tasks.put(2)
    print(answers.recv())
    worker.terminate()
    print(answers.recv())
    worker.join()
    print(worker.exitcode)
# expect: ready
# expect: task 1
# expect: handler ran
# expect: task 2
# expect: cleaned up
# expect: 0
