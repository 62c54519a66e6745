# As soon as a message's first four bytes are in the pipe it counts as there: empty() is False, and get_nowait() waits for the
# rest, however long that takes.
# shows: T7, checklist 3
import os
import pickle
from multiprocessing import Queue
from threading import Thread


if __name__ == "__main__":
    q, body = Queue(), pickle.dumps("at last")
    q._sem.acquire()  # as put() does
    os.write(q._writer.fileno(), len(body).to_bytes(4, "big"))
    print(q.empty(), q.qsize())
    got = []
    reader = Thread(target=lambda: got.append(q.get_nowait()))
    reader.start()
    reader.join(0.3)
    print(reader.is_alive(), got)
    os.write(q._writer.fileno(), body)
    reader.join()
    print(got, q.qsize())
# expect: False 1
# expect: True []
# expect: ['at last'] 0
