# The exit codes of a process, by how it ends.
# stands for: _TestSubclassingProcess.test_sys_exit
# arguments: --start-method spawn
# error: ValueError: on purpose
import os
import sys
from multiprocessing import Process


def leave(how):
    if how == "exception":
        raise ValueError("on purpose")
    if how == "os._exit":
        os._exit(7)
    if how != "return":
        sys.exit(how)


if __name__ == "__main__":
    for how in ("return", None, 0, 3, -1, 256, True, "text", "exception", "os._exit"):
        p = Process(target=leave, args=(how,))
        p.start()
        p.join()
        print(repr(how), p.exitcode)
# expect: 'return' 0
# expect: None 0
# expect: 0 0
# expect: 3 3
# expect: -1 255
# expect: 256 0
# expect: True 1
# expect: 'text' 1
# expect: 'exception' 1
# expect: 'os._exit' 7
