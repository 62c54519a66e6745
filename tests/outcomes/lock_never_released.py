# The child takes the lock and ends with it; a semaphore does not know who took it. If main was faster it goes on: and then the child
# takes it.
# outcome: ok "mine\n"
# outcome: stuck ""
from multiprocessing import Lock, Process


def work(lock):
    lock.acquire()


if __name__ == "__main__":
    lock = Lock()
    child = Process(target=work, args=(lock,))
    child.start()
    with lock:
        print("mine", flush=True)
    child.join()
