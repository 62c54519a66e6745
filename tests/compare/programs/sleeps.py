import os
import time


def work(item):
    if "BEGUN" in os.environ:
        with open(os.environ["BEGUN"], "w"):
            pass
    time.sleep(600)
