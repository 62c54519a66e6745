"""A child holds a lock for a while; the parent tries to get it."""
from multiprocessing import Lock, Process


def hold(lock):
    with lock:
        print("held", flush=True)


if __name__ == "__main__":
    lock = Lock()
    p = Process(target=hold, args=(lock,), name="Holder")
    p.start()
    p.join()
    print("exit", p.exitcode, "free", lock.acquire(timeout=5), flush=True)
