# terminate() and kill(): the exit code is the signal's number, negative.
# stands for: _TestProcess.test_terminate, _TestProcess.test_kill
# arguments: --start-method spawn
import time
from multiprocessing import Process

if __name__ == "__main__":
    for method in ("terminate", "kill"):
        p = Process(target=time.sleep, args=(60,))
        p.start()
        getattr(p, method)()
        p.join()
        print(method, p.exitcode)
        getattr(p, method)()
# expect: terminate -15
# expect: kill -9
