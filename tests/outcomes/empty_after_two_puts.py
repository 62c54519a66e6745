# put() lays the item into a buffer; the feeder thread writes it to the pipe, later. empty() looks at the pipe: True as long
# as the feeder has written nothing, False from its first write on. Main can ask before it and, if it is slow, after it. qsize() counts
# the slots taken from the semaphore: each put() takes one before it returns, get() gives one back, and nobody gets: always 2.
# outcome: ok "True 2\n"
# outcome: ok "False 2\n"
from multiprocessing import Queue

if __name__ == "__main__":
    q = Queue()
    q.put(1)
    q.put(2)
    print(q.empty(), q.qsize())
