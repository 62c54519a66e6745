# stands for: TestResourceTracker.test_resource_tracker_sigint, TestResourceTracker.test_resource_tracker_sigterm
# The resource tracker ignores what ends other programs.
import multiprocessing as mp
import os
import signal
from multiprocessing.resource_tracker import _resource_tracker

if __name__ == "__main__":
    _resource_tracker.ensure_running()
    pid = _resource_tracker._pid
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(pid, number)
        lock = mp.get_context("spawn").Lock()
        with lock:
            print(_resource_tracker._pid == pid, os.waitpid(pid, os.WNOHANG))
# expect: True (0, 0)
# expect: True (0, 0)
