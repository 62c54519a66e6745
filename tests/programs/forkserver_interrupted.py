# stands for: _TestProcess.test_forkserver_sigint
# The fork server ignores Ctrl+C; its children do not.
import multiprocessing as mp
import os
import signal
from multiprocessing.forkserver import _forkserver


def succeed():
    pass


def wait_for_interrupt(ready):
    try:
        ready.set()
        signal.pause()
    except KeyboardInterrupt:
        raise SystemExit(7)


def main():
    context = mp.get_context("forkserver")
    ready = context.Event()
    p = context.Process(target=wait_for_interrupt, args=(ready,))
    p.start()
    ready.wait()
    server = _forkserver._forkserver_pid
    os.kill(server, signal.SIGINT)
    os.kill(p.pid, signal.SIGINT)
    p.join()
    print(p.exitcode)  # expect: 7
    p = context.Process(target=succeed)
    p.start()
    p.join()
    print(p.exitcode, _forkserver._forkserver_pid == server)  # expect: 0 True


if __name__ == "__main__":
    main()
