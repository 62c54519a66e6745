# start method: fork
# Only the thread that forks exists in the child. A lock that another one held stays locked there for ever.
import multiprocessing
import threading

lock = threading.Lock()
held = threading.Event()
go = threading.Event()


def hold():
    with lock:
        held.set()
        go.wait()


def child():
    print("threads:", threading.active_count())
    print("lock taken:", lock.acquire(timeout=0.1))


if __name__ == "__main__":
    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
    go.set()
    holder.join()
    print("here:", lock.acquire(timeout=100))
# expect: threads: 1
# expect: lock taken: False
# expect: here: True
