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
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        process = context.Process(target=child, args=(method,))
        process.start()
        children.append(process)
    for process in children:
        process.join()
