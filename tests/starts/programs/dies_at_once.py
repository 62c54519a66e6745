import multiprocessing
import os


def child():
    os._exit(7)


if __name__ == "__main__":
    process = multiprocessing.Process(target=child)
    process.start()
    process.join()
