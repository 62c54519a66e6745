import os
import time

begin = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - begin >= 0.01, time.time() > 1.6e9)  # expect: True True
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400).tm_mday)  # expect: 1970-01-01 2
print(os.getpid() != os.getppid(), os.path.join("a", "b"), os.path.basename("/x/y.py"))  # expect: True a/b y.py
os.environ["A_NAME"] = "value"
print(os.environ.get("A_NAME"), os.getenv("NOT_SET", "default"), os.sep)  # expect: value default /
