# The fork server may die: its children live on, and the next start makes a new one. SIGINT does not end it.
# stands for: _TestProcess.test_forkserver_sigint, _TestProcess.test_forkserver_sigkill
import os
import signal
import time
from multiprocessing import get_context
from multiprocessing.forkserver import _forkserver


def wait_a_little(event):
    event.wait(100)


def wait_until_dead(pid):
    while open(f"/proc/{pid}/stat").read().split()[2] != "Z":
        time.sleep(0.01)


if __name__ == "__main__":
    context = get_context("forkserver")
    for number in (signal.SIGINT, signal.SIGKILL):
        event = context.Event()
        p = context.Process(target=wait_a_little, args=(event,))
        p.start()
        os.kill(_forkserver._forkserver_pid, number)
        before = _forkserver._forkserver_pid
        if number == signal.SIGKILL:
            wait_until_dead(before)
        else:
            print(p.is_alive())
        event.set()
        p.join()
        print(p.exitcode)
        second = context.Process(target=time.sleep, args=(0.01,))
        second.start()
        second.join()
        print(second.exitcode, _forkserver._forkserver_pid == before)
# expect: True
# expect: 0
# expect: 0 True
# expect: 255
# expect: 0 False
