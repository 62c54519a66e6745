# stands for: TestWait.test_wait, TestWait.test_wait_slow
# One process waits for what four others send, until all have ended.
import multiprocessing as mp
import random
import time
from multiprocessing.connection import wait


def send_ten(w, who, slow):
    for i in range(10):
        if slow:
            time.sleep(random.random() * 0.02)
        w.send((who, i))
    w.close()


def gather(slow):
    readers, processes, messages = [], [], []
    for who in range(4):
        r, w = mp.Pipe(duplex=False)
        p = mp.Process(target=send_ten, args=(w, who, slow), daemon=True)
        p.start()
        w.close()
        readers.append(r)
        processes.append(p)
    while readers:
        for r in wait(readers):
            try:
                messages.append(r.recv())
            except EOFError:
                readers.remove(r)
                r.close()
    for p in processes:
        p.join()
    return sorted(messages) == [(who, i) for who in range(4) for i in range(10)]


if __name__ == "__main__":
    print(gather(False))  # expect: True
    print(gather(True))  # expect: True
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
