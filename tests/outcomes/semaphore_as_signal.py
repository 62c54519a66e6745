# A semaphore remembers what a condition forgets: release() before acquire() is not lost.
# outcome: ok "go\n"
from multiprocessing import Process, Semaphore


def work(semaphore):
    semaphore.release()


if __name__ == "__main__":
    semaphore = Semaphore(0)
    child = Process(target=work, args=(semaphore,))
    child.start()
    semaphore.acquire()
    print("go")
    child.join()
