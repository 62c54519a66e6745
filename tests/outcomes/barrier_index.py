# wait() returns who came as which: 0 the first, 1 the second. Main prints its own.
# outcome: ok "0\n"
# outcome: ok "1\n"
from multiprocessing import Barrier, Process


def work(barrier):
    barrier.wait()


if __name__ == "__main__":
    barrier = Barrier(2)
    child = Process(target=work, args=(barrier,))
    child.start()
    print(barrier.wait())
    child.join()
