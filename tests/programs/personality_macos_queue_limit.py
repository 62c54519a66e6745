# macOS: a queue without a limit has one all the same, the largest value of a semaphore: the 32768th put that nobody got waits.
# arguments: --personality macos
# python: no (imitated)
import queue
from multiprocessing import Queue

if __name__ == "__main__":
    q = Queue()
    for i in range(32767):
        q.put(i)
    print(q.full())
    try:
        q.put("one too many", timeout=0.1)
    except queue.Full:
        print("full")
    print(q.get())
    q.put("now there is room", timeout=10)
    q.cancel_join_thread()
# expect: True
# expect: full
# expect: 0
