# Finalizers are registered by some threads while another one runs them.
import sys
import threading
from multiprocessing import util

ran = []
sys.setswitchinterval(1e-6)
# these wait, and make looking through all of them long
waiting = [util.Finalize(None, print, exitpriority=-1) for _ in range(1000)]


def register():
    for _ in range(2000):
        util.Finalize(None, ran.append, args=(1,), exitpriority=1)


threads = [threading.Thread(target=register) for _ in range(3)]
for thread in threads:
    thread.start()
while len(ran) < 6000:
    util._run_finalizers(0)
for thread in threads:
    thread.join()
for finalizer in waiting:
    finalizer.cancel()
print(len(ran))
# expect: 6000
