"""os.wait(): any child that has ended, and what it left."""
import os

children = {}
for code in (3, 4):
    pid = os.fork()
    if pid == 0:
        os._exit(code)
    children[pid] = code
seen = {}
for _ in range(2):
    pid, status = os.wait()
    seen[pid] = os.WEXITSTATUS(status)
print(seen == children)  # expect: True
try:
    os.wait()
except ChildProcessError as error:
    print(error)  # expect: [Errno 10] No child processes
reading, writing = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(writing)
    os.read(reading, 1)
    os._exit(0)
print(os.waitpid(-1, os.WNOHANG))  # expect: (0, 0)
os.close(writing)
print(os.waitpid(-1, 0) == (pid, 0))  # expect: True
print(os.getuid() == os.geteuid(), os.getgid() >= 0)  # expect: True True
