# What a queue says in the log: its feeder thread begins, is told to quit, and is waited for.
import logging
import sys
from multiprocessing import Queue, get_logger

logger = get_logger()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(threadName)s: %(message)s"))
handler.addFilter(lambda record: "semlock" not in record.getMessage() and record.threadName == "MainThread")
logger.addHandler(handler)
logger.setLevel(logging.DEBUG)
q = Queue()
q.put(1)
print(q.get())
q.close()
q.join_thread()
print("closed")
# expect: DEBUG MainThread: Queue._start_thread()
# expect: DEBUG MainThread: doing self._thread.start()
# expect: DEBUG MainThread: ... done self._thread.start()
# expect: 1
# expect: DEBUG MainThread: telling queue thread to quit
# expect: DEBUG MainThread: Queue.join_thread()
# expect: DEBUG MainThread: joining queue thread
# expect: DEBUG MainThread: ... queue thread joined
# expect: closed
# expect: INFO MainThread: process shutting down
# expect: DEBUG MainThread: running all "atexit" finalizers with priority >= 0
# expect: DEBUG MainThread: running the remaining "atexit" finalizers
