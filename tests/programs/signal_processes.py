# A child handles SIGTERM and ends in order; handlers come along over fork, and what is ignored stays ignored.
import multiprocessing
import os
import signal
import time


def stop(number, frame):
    print("child: got SIGTERM", flush=True)
    raise SystemExit(7)


def work(ready):
    signal.signal(signal.SIGTERM, stop)
    ready.set()
    while True:
        time.sleep(10)


def inherited(ready):
    ready.set()
    signal.pause()


def ignore(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(60)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    child = context.Process(target=work, args=(ready,))
    child.start()
    ready.wait()
    child.terminate()
    child.join()
    print("exit code", child.exitcode)

    ready.clear()
    signal.signal(signal.SIGUSR1, lambda number, frame: os._exit(5))
    child = context.Process(target=inherited, args=(ready,))
    child.start()
    ready.wait()
    while child.is_alive():
        os.kill(child.pid, signal.SIGUSR1)
        child.join(0.05)
    print("exit code", child.exitcode)

    ready.clear()
    child = context.Process(target=ignore, args=(ready,))
    child.start()
    ready.wait()
    child.terminate()
    child.join(0.1)
    print(child.is_alive())
    child.kill()
    child.join()
    print("exit code", child.exitcode, child.exitcode == -signal.SIGKILL)
# expect: child: got SIGTERM
# expect: exit code 7
# expect: exit code 5
# expect: True
# expect: exit code -9 True
