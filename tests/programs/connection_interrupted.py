# stands for: TestIgnoreEINTR.test_ignore
# A signal with a handler cuts no message short: recv() and send() go on where they were.
import multiprocessing as mp
import os
import signal
import time

SIZE = 1024 * 1024


def talk(conn):
    arrived = []
    signal.signal(signal.SIGUSR1, lambda number, frame: arrived.append(number))
    conn.send("ready")
    conn.send(conn.recv())
    conn.send_bytes(b"x" * SIZE)
    conn.send(len(arrived) > 0)


def main():
    conn, child_conn = mp.Pipe()
    p = mp.Process(target=talk, args=(child_conn,), daemon=True)
    p.start()
    child_conn.close()
    print(conn.recv())  # expect: ready
    time.sleep(0.05)
    os.kill(p.pid, signal.SIGUSR1)
    time.sleep(0.05)
    conn.send(1234)
    print(conn.recv())  # expect: 1234
    time.sleep(0.05)
    os.kill(p.pid, signal.SIGUSR1)
    print(conn.recv_bytes() == b"x" * SIZE)  # expect: True
    print(conn.recv())  # expect: True
    p.join()


if __name__ == "__main__":
    main()
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
