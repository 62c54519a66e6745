# A lock made for fork cannot go to a spawned process; made for spawn it can. Outside of a start it is not pickled at all.
# shows: 1.1
import pickle
from multiprocessing import get_context


def hold(lock):
    with lock:
        print("child has it")


if __name__ == "__main__":
    fork, spawn = get_context("fork"), get_context("spawn")
    for make in (fork.Lock, fork.Event, fork.Queue):
        try:
            spawn.Process(target=hold, args=(make(),)).start()
        except RuntimeError as error:
            print(str(error).split(". ")[0])
    lock = spawn.Lock()
    p = spawn.Process(target=hold, args=(lock,))
    p.start()
    p.join()
    for make in (spawn.Lock, spawn.RLock, spawn.Semaphore, spawn.BoundedSemaphore, spawn.Condition, spawn.Event):
        try:
            pickle.dumps(make())
        except RuntimeError as error:
            print(error)
# expect: A SemLock created in a fork context is being shared with a process in a spawn context
# expect: A SemLock created in a fork context is being shared with a process in a spawn context
# expect: A SemLock created in a fork context is being shared with a process in a spawn context
# expect: child has it
# expect: Lock objects should only be shared between processes through inheritance
# expect: RLock objects should only be shared between processes through inheritance
# expect: Semaphore objects should only be shared between processes through inheritance
# expect: BoundedSemaphore objects should only be shared between processes through inheritance
# expect: Condition objects should only be shared between processes through inheritance
# expect: Condition objects should only be shared between processes through inheritance
# python: 3.11.5 (before it lets the lock through)
