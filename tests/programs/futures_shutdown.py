# shutdown(): with pending calls, cancelling them, without waiting; what an executor that is never shut down does at exit.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
executor = ThreadPoolExecutor(max_workers=1)
first = executor.submit(gate.wait)
rest = [executor.submit(str, number) for number in range(3)]
print([future.cancel() for future in rest[:1]], first.cancel())
executor.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in rest])
gate.set()
print(first.result())

kept = ThreadPoolExecutor(max_workers=2)
futures = [kept.submit(time.sleep, 0.01), kept.submit(abs, -4)]
kept.shutdown()
print([future.done() for future in futures])

forgotten = ThreadPoolExecutor(max_workers=1)
told = threading.Event()
forgotten.submit(told.wait)
forgotten.submit(print, "still carried out at the end")
print("end of the program")
told.set()
# expect: [True] False
# expect: [True, True, True]
# expect: True
# expect: [True, True]
# expect: end of the program
# expect: still carried out at the end
