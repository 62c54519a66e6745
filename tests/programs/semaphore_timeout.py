# Time limits: none when not blocking, waited out in full otherwise.
# stands for: _TestSemaphore.test_timeout
import time
from multiprocessing import Semaphore

semaphore = Semaphore(0)
for arguments, least, most in (((False,), 0, 0.5), ((False, None), 0, 0.5), ((False, 9), 0, 0.5), ((True, 0.1), 0.099, 2),
                               ((True, -5), 0, 0.5)):
    began = time.monotonic()
    answer = semaphore.acquire(*arguments)
    print(arguments, answer, least <= time.monotonic() - began < most)
print(semaphore.acquire(timeout=0.05))
# expect: (False,) False True
# expect: (False, None) False True
# expect: (False, 9) False True
# expect: (True, 0.1) False True
# expect: (True, -5) False True
# expect: False
