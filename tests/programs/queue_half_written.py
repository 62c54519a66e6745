# As soon as a message's first four bytes are in the pipe it counts as there: empty() is False, and get_nowait() waits for the
# rest, however long that takes.
# shows: T7, checklist 3
import os
import pickle
import time
from multiprocessing import Process, Queue


def write_rest(q, body):
    time.sleep(0.3)
    os.write(q._writer.fileno(), body)


if __name__ == "__main__":
    q, body = Queue(), pickle.dumps("at last")
    q._sem.acquire()  # as put() does
    os.write(q._writer.fileno(), len(body).to_bytes(4, "big"))
    print(q.empty(), q.qsize())
    p = Process(target=write_rest, args=(q, body))
    p.start()
    began = time.monotonic()
    print(q.get_nowait(), time.monotonic() - began > 0.1, q.qsize())
    p.join()
# expect: False 1
# expect: at last True 0
