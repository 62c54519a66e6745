# Time limits of put() and get(): waited out in full, and ignored where nothing is waited for.
# stands for: _TestQueue.test_put, _TestQueue.test_get, _TestQueue.test_timeout
import time
from multiprocessing import Queue
from queue import Empty, Full

q = Queue(1)
q.put(0)
while q.empty():
    time.sleep(0.001)


def attempt(action, *arguments, least=0.0, **keywords):
    began = time.monotonic()
    try:
        answer = action(*arguments, **keywords)
    except (Empty, Full) as error:
        answer = type(error).__name__
    waited = time.monotonic() - began
    print(answer, waited >= least, arguments[-2:], keywords)


attempt(q.put, 1, False, 10_000)
attempt(q.put, 1, True, 0.3, least=0.299)
attempt(q.put, 1, timeout=0.3, least=0.299)
attempt(q.put_nowait, 1)
print(q.get(True, None))
attempt(q.get, False, 10_000)
attempt(q.get, True, 0.3, least=0.299)
attempt(q.get, timeout=0.3, least=0.299)
attempt(q.get, True, -1)
attempt(q.get_nowait)
# expect: Full True (False, 10000) {}
# expect: Full True (True, 0.3) {}
# expect: Full True (1,) {'timeout': 0.3}
# expect: Full True (1,) {}
# expect: 0
# expect: Empty True (False, 10000) {}
# expect: Empty True (True, 0.3) {}
# expect: Empty True () {'timeout': 0.3}
# expect: Empty True (True, -1) {}
# expect: Empty True () {}
