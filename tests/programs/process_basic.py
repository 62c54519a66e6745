# A process from its making to its end.
# stands for: _TestProcess.test_current, _TestProcess.test_process, _TestProcess.test_parent_process_attributes
# arguments: --start-method spawn
from multiprocessing import Process, current_process, parent_process
import os


def report(q_name):
    print("child:", current_process().name, parent_process().name, os.getppid() == parent_process().pid, flush=True)


if __name__ == "__main__":
    print(current_process().name, parent_process())
    p = Process(target=report, args=("q",), name="Worker")
    print(p.name, p.pid, p.exitcode, p.is_alive(), p.daemon)
    p.start()
    p.join()
    print(p.exitcode, p.is_alive(), p.pid != os.getpid())
    try:
        p.start()
    except AssertionError as error:
        print(error)
    p.close()
    try:
        p.join()
    except ValueError as error:
        print(error)
# expect: MainProcess None
# expect: Worker None None False False
# expect: child: Worker MainProcess True
# expect: 0 False True
# expect: cannot start a process twice
# expect: process object is closed
