# As proposed for CPython (gh-142837): empty() asks the semaphore, so it is never True straight after put(). get_nowait() may
# still find nothing: the item may not be in the pipe yet.
# arguments: --empty-by-semaphore
# python: no (a proposal)
from multiprocessing import Queue

if __name__ == "__main__":
    early = 0
    for i in range(200):
        q = Queue()
        q.put(i)
        early += q.empty()
        q.get()
        early += not q.empty()
        q.close()
        q.join_thread()
    print(early, q.qsize())
    try:
        q.empty()
    except OSError as error:
        print(error)
# expect: 0 0
# expect: handle is closed
