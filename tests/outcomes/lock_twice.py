# A Lock does not know that its owner asks again.
# outcome: stuck ""
from multiprocessing import Lock

if __name__ == "__main__":
    lock = Lock()
    with lock:
        with lock:
            print("twice")
