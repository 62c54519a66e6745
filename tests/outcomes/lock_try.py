# Both try once without waiting, and whoever gets the lock gives it back. One after the other: both get it. While the one has it the
# other does not. That nobody gets it is impossible: the first to try finds it free.
# outcome: ok "0 1\n"
# outcome: ok "1 0\n"
# outcome: ok "1 1\n"
from multiprocessing import Lock, Process, RawArray


def work(lock, got, i):
    if lock.acquire(block=False):
        got[i] = 1
        lock.release()


if __name__ == "__main__":
    lock = Lock()
    got = RawArray("i", 2)
    a = Process(target=work, args=(lock, got, 0))
    b = Process(target=work, args=(lock, got, 1))
    a.start()
    b.start()
    a.join()
    b.join()
    print(got[0], got[1])
