import multiprocessing
import os
import time

SECONDS = 2  # knob 1..60
color = "white, as the file says"


def child(method):
    print(f"{method} child {os.getpid()}, parent {os.getppid()}: color is {color}")
    time.sleep(SECONDS)


if __name__ == "__main__":
    color = "red, changed by the main process"
    children = []
    for method in ["fork", "spawn"]:
        context = multiprocessing.get_context(method)
        for number in range(2):
            process = context.Process(target=child, args=(method,))
            process.start()
            children.append(process)
    for process in children:
        process.join()
