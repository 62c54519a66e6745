# macOS: no value of a semaphore, small semaphores, spawn by default.
# arguments: --personality macos
# python: no (imitated)
import multiprocessing
import queue
import sys


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__} {error}"


if __name__ == "__main__":
    print(sys.platform, multiprocessing.get_start_method(), multiprocessing.get_all_start_methods())
    q = multiprocessing.Queue()
    print(tried(q.qsize), "|", tried(multiprocessing.Semaphore(3).get_value))
    print(multiprocessing.Semaphore(3), multiprocessing.Lock())
    print(tried(multiprocessing.Queue, 32768), "|", tried(multiprocessing.Semaphore, 32768))
    small = multiprocessing.Queue(2)
    print(small.full(), small.empty())
    small.put(1)
    small.put(2)
    print(small.full(), tried(small.put, 3, True, 0.05))
    print(small.get(), small.get(), small.full())
    two = multiprocessing.BoundedSemaphore(2)
    print(two.release(), two.acquire(), two.acquire(), two.acquire(), two.acquire(False))
    print(tried(multiprocessing.BoundedSemaphore(1).release))
    print(tried(multiprocessing.Lock().release))
# expect: darwin spawn ['spawn', 'fork', 'forkserver']
# expect: NotImplementedError  | NotImplementedError 
# expect: <Semaphore(value=unknown)> <Lock(owner=unknown)>
# expect: OSError [Errno 22] Invalid argument | OSError [Errno 22] Invalid argument
# expect: False True
# expect: True Full 
# expect: 1 2 False
# expect: None True True True False
# expect: ValueError semaphore or lock released too many times
# expect: ValueError semaphore or lock released too many times
