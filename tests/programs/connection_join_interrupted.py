# stands for: _TestPollEintr.test_poll_eintr
# A signal with a handler arrives while the main thread waits in join(): the handler runs, and the wait goes on.
import multiprocessing as mp
import os
import signal
import time


def kill(pid):
    time.sleep(0.05)
    os.kill(pid, signal.SIGUSR1)


def main():
    got = []
    signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
    killer = mp.Process(target=kill, args=(os.getpid(),))
    killer.start()
    p = mp.Process(target=time.sleep, args=(0.5,))
    p.start()
    p.join()
    print(p.exitcode)  # expect: 0
    killer.join()
    print(got == [signal.SIGUSR1])  # expect: True


if __name__ == "__main__":
    main()
# arguments: --start-method fork
# arguments: --start-method forkserver
