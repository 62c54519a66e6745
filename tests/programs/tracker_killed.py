# stands for: TestResourceTracker.test_resource_tracker_sigkill
# A killed tracker is noticed at its next use, and replaced; what the dead one knew is forgotten.
import multiprocessing as mp
import os
import signal
import time
from multiprocessing.resource_tracker import _resource_tracker

if __name__ == "__main__":
    _resource_tracker.ensure_running()
    pid = _resource_tracker._pid
    os.kill(pid, signal.SIGKILL)
    while _resource_tracker._check_alive():
        time.sleep(0.001)
    semaphore = mp.get_context("spawn").Semaphore()
    print(semaphore.acquire(), _resource_tracker._pid != pid, _resource_tracker._check_alive())  # expect: True True True
# error: UserWarning: resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.
