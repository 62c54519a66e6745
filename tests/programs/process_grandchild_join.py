# The sentinel is a pipe's end that a grandchild holds too: while it lives, join(timeout) waits in vain for a child that is
# dead already. join() without a limit asks the system and returns at once.
# shows: T20
import os
import signal
import time
from multiprocessing import Pipe, Process


def grandchild(conn):
    conn.send(os.getpid())
    time.sleep(60)


def child(conn):
    p = Process(target=grandchild, args=(conn,))
    p.start()
    conn.send("started")
    os._exit(5)


if __name__ == "__main__":
    here, there = Pipe()
    p = Process(target=child, args=(there,))
    p.start()
    first, second = here.recv(), here.recv()
    pid = first if isinstance(first, int) else second
    while os.path.exists(f"/proc/{p.pid}/fd/0"):
        time.sleep(0.01)
    print(p.join(0.3), p._popen.returncode)
    p.join()
    print(p.exitcode)
    os.kill(pid, signal.SIGKILL)
# expect: None None
# expect: 5
