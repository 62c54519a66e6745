# stands for: _TestProcess.test_forkserver_sigkill
# The fork server is killed: exit codes are lost (255), and the next start brings up another server.
import multiprocessing as mp
import os
import signal
from multiprocessing.connection import wait
from multiprocessing.forkserver import _forkserver


def stay(ready, go, event):
    ready.set()
    go.wait()
    event.set()


def main():
    context = mp.get_context("forkserver")
    ready, go, event = context.Event(), context.Event(), context.Event()
    p = context.Process(target=stay, args=(ready, go, event))
    p.start()
    ready.wait()
    first = _forkserver._forkserver_pid
    dead = os.pidfd_open(first)
    os.kill(first, signal.SIGKILL)
    # a process closes its pipes before it is dead: the end of join() alone does not say that
    wait([dead])
    p.join()
    print(p.exitcode)
    go.set()
    event.wait()
    print(event.is_set())

    second_ready, second_event = context.Event(), context.Event()
    p = context.Process(target=stay, args=(second_ready, go, second_event))
    p.start()
    p.join()
    print(p.exitcode, second_event.is_set(), _forkserver._forkserver_pid != first)


if __name__ == "__main__":
    main()
# expect: 255
# expect: True
# expect: 0 True True
