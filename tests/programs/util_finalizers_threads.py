# Finalizers are registered by some threads while another one runs them.
import threading
from multiprocessing import util

ran = []


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
print(len(ran))
# expect: 6000
