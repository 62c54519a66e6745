# While a spawned child lives, whoever could look at it stands still.
import multiprocessing
import os
import signal

if __name__ == "__mp_main__":
    os._exit(3)


def child():
    pass


if __name__ == "__main__":
    process = multiprocessing.Process(target=child)
    unseen = multiprocessing.get_start_method() == "spawn"
    if unseen:
        os.kill(os.getppid(), signal.SIGSTOP)
    process.start()
    process.join()
    if unseen:
        os.kill(os.getppid(), signal.SIGCONT)
