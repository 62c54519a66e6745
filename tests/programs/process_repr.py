# repr() of a Process in every state, without the numbers.
# arguments: --start-method fork
import os
import signal
import time
from multiprocessing import Process, current_process


def shown(process):
    words = [word.split("=") for word in repr(process).split()]
    return " ".join(key if not value else f"{key}=N" if key in ("pid", "parent") and value != ["None"] else f"{key}={value[0]}" for key, *value in words)


if __name__ == "__main__":
    print(shown(current_process()))
    p = Process(target=time.sleep, args=(60,), name="sleeper")
    print(shown(p))
    p.start()
    print(shown(p))
    p.terminate()
    p.join()
    print(shown(p))
    p.close()
    print(shown(p))
    d = Process(target=os.kill, args=(0, 0), daemon=True, name="d")
    print(shown(d))
    for number in (signal.SIGKILL, signal.SIGABRT):
        p = Process(target=time.sleep, args=(60,), name="p")
        p.start()
        os.kill(p.pid, number)
        p.join()
        print(shown(p))
    p = Process(target=exit, args=(3,), name="leaves")
    p.start()
    p.join()
    print(shown(p))
# expect: <_MainProcess name='MainProcess' parent=None started>
# expect: <Process name='sleeper' parent=N initial>
# expect: <Process name='sleeper' pid=N parent=N started>
# expect: <Process name='sleeper' pid=N parent=N stopped exitcode=-SIGTERM>
# expect: <Process name='sleeper' parent=N closed>
# expect: <Process name='d' parent=N initial daemon>
# expect: <Process name='p' pid=N parent=N stopped exitcode=-SIGKILL>
# expect: <Process name='p' pid=N parent=N stopped exitcode=-SIGABRT>
# expect: <Process name='leaves' pid=N parent=N stopped exitcode=3>
