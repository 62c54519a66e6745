import multiprocessing
import time


def child():
    while True:
        time.sleep(0.05)


if __name__ == "__main__":
    multiprocessing.Process(target=child).start()
