# Each writes a cell of its own: no order matters.
# outcome: ok "[1, 2]\n"
from multiprocessing import Process, RawArray


def work(cells, i):
    cells[i] = i + 1


if __name__ == "__main__":
    cells = RawArray("i", 2)
    a = Process(target=work, args=(cells, 0))
    b = Process(target=work, args=(cells, 1))
    a.start()
    b.start()
    a.join()
    b.join()
    print(list(cells))
