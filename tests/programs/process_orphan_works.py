# Who is left when the main process has ended may finish its work.
import os
import time
from multiprocessing import get_context


def work(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    print("done", flush=True)  # expect: done


if __name__ == "__main__":
    get_context("fork").Process(target=work, args=(0.8,)).start()
    os._exit(0)
