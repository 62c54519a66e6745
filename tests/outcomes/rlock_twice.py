# An RLock counts how often its owner has it.
# outcome: ok "twice\n"
from multiprocessing import RLock

if __name__ == "__main__":
    lock = RLock()
    with lock:
        with lock:
            print("twice")
