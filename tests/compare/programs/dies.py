import os
import signal


def work(item):
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item
