# parent_process(): who started me, and whether it is still there.
# stands for: _TestProcess.test_parent_process
# arguments: --start-method fork
# arguments: --start-method spawn
import os
from multiprocessing import Event, Pipe, Process, parent_process


def grandchild(conn, pid_of_child):
    parent = parent_process()
    conn.send((parent.pid == pid_of_child, parent.name, parent.is_alive()))
    conn.recv()
    parent.join(timeout=100)
    conn.send(parent.is_alive())


def child(conn, leave):
    p = Process(target=grandchild, args=(conn, os.getpid()))
    p.start()
    leave.wait()
    # no join: os._exit leaves the grandchild behind
    os._exit(0)


if __name__ == "__main__":
    here, there = Pipe()
    leave = Event()
    print(parent_process())
    p = Process(target=child, args=(there, leave), name="middle")
    p.start()
    print(here.recv())
    leave.set()
    p.join()
    here.send("go on")
    print(here.poll(100) and here.recv())
# expect: None
# expect: (True, 'middle', True)
# expect: False
