# start method: fork
# run() calls the target here; start() has another process call it.
import multiprocessing
import os

calls = []


def target():
    calls.append(os.getpid())


if __name__ == "__main__":
    process = multiprocessing.Process(target=target)
    process.run()
    print(calls == [os.getpid()], process.pid)
    process.start()
    process.join()
    print(len(calls), process.exitcode, process.pid != os.getpid())
# expect: True None
# expect: 1 0 True
