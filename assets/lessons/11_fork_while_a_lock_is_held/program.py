import multiprocessing
import threading

PATIENCE = 1.0  # knob 0.1..60.0

lock = threading.Lock()
held = threading.Event()
go = threading.Event()


def hold():
    with lock:
        held.set()
        go.wait()


def child():
    print("threads in the child:", threading.active_count())
    got_it = lock.acquire(timeout=PATIENCE)
    print("the child got the lock:", got_it)


if __name__ == "__main__":
    holder = threading.Thread(target=hold, name="Holder")
    holder.start()
    held.wait()
    context = multiprocessing.get_context("fork")
    process = context.Process(target=child)
    process.start()
    go.set()
    holder.join()
    print("the lock is free again here:", lock.acquire(timeout=PATIENCE))
    process.join()
