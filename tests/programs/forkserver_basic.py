# The fork server is the parent of all children; its pid and its exit code come over a pipe.
# shows: checklist 11
import multiprocessing as mp
import os
import sys
import time
from multiprocessing.forkserver import _forkserver


def tell(queue):
    with open(f"/proc/{os.getpid()}/cmdline") as mine, open(f"/proc/{os.getppid()}/cmdline") as servers:
        same = mine.read() == servers.read()
    queue.put((os.getpid(), os.getppid(), same, mp.current_process().name, __name__))


def main():
    mp.set_start_method("forkserver")
    queue = mp.SimpleQueue()
    parents = []
    for _ in range(2):
        p = mp.Process(target=tell, args=(queue,))
        p.start()
        pid, parent, same, name, module = queue.get()
        print(pid == p.pid, parent != os.getpid(), same, name, module)
        parents.append(parent)
        p.join()
        print(p.exitcode, p.is_alive())
    print(parents[0] == parents[1] == _forkserver._forkserver_pid)
    for code in (3, "a text", None):
        p = mp.Process(target=sys.exit, args=(code,))
        p.start()
        p.join()
        print(p.exitcode)
    p = mp.Process(target=time.sleep, args=(60,))
    p.start()
    p.join(0.05)
    print(p.exitcode, p.is_alive())
    p.terminate()
    p.join()
    print(p.exitcode)
    p = mp.Process(target=time.sleep, args=(60,))
    p.start()
    p.kill()
    p.join()
    print(p.exitcode, repr(p).split("stopped")[1])


if __name__ == "__main__":
    main()
# expect: True True True Process-1 __mp_main__
# expect: 0 False
# expect: True True True Process-2 __mp_main__
# expect: 0 False
# expect: True
# expect: 3
# expect: 1
# expect: 0
# expect: None True
# expect: -15
# expect: -9  exitcode=-SIGKILL>
# error: a text
