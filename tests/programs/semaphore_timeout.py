# Time limits: none when not blocking, waited out in full otherwise.
# stands for: _TestSemaphore.test_timeout
import time
from multiprocessing import Semaphore

semaphore = Semaphore(0)
for arguments, least in (((False,), 0), ((False, None), 0), ((False, 10_000), 0), ((True, 0.1), 0.099), ((True, -5), 0)):
    began = time.monotonic()
    answer = semaphore.acquire(*arguments)
    print(arguments, answer, time.monotonic() - began >= least)
print(semaphore.acquire(timeout=0.05))
# expect: (False,) False True
# expect: (False, None) False True
# expect: (False, 10000) False True
# expect: (True, 0.1) False True
# expect: (True, -5) False True
# expect: False
