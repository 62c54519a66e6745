# What is registered for the end of a process is done at its end, those of higher priority first.
# stands for: _TestAtExit.test_atexit
# arguments: --start-method fork
# arguments: --start-method spawn
from multiprocessing import Pipe, Process, util


def work(conn):
    util.Finalize(None, conn.send, args=("late",), exitpriority=-10)
    util.Finalize(None, conn.send, args=("first",), exitpriority=10)
    util.Finalize(None, conn.send, args=("second",), exitpriority=0)
    conn.send("run")


if __name__ == "__main__":
    here, there = Pipe()
    p = Process(target=work, args=(there,))
    p.start()
    p.join()
    while here.poll():
        print(here.recv())
# expect: run
# expect: first
# expect: second
# expect: late
