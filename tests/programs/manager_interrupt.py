# Ctrl-C reaches every process of the terminal; the server of a manager takes no notice.
import os
import signal
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as m:
        l = m.list([1])
        os.kill(m._process.pid, signal.SIGINT)
        l.append(2)
        print(l, m._process.is_alive())
    print(m._process.exitcode)
# expect: [1, 2] True
# expect: 0
