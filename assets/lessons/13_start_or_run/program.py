import multiprocessing
import os

calls = []


def target():
    calls.append(os.getpid())
    print("target runs in", multiprocessing.current_process().name)


if __name__ == "__main__":
    process = multiprocessing.Process(target=target)
    process.run()
    print("after run():", len(calls), "call is in the list, pid", process.pid)
    process.start()
    process.join()
    print("after start():", len(calls), "call is in the list, exit code", process.exitcode)
