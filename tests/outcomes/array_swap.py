# One copies cell 0 to cell 1, the other cell 1 to cell 0; they were 1 and 2. The first reads and writes before the other reads:
# [1, 1]; after the other has written: [2, 2]; both read first: swapped, [2, 1].
# outcome: ok "[1, 1]\n"
# outcome: ok "[2, 1]\n"
# outcome: ok "[2, 2]\n"
from multiprocessing import Process, RawArray


def copy(cells, source, target):
    cells[target] = cells[source]


if __name__ == "__main__":
    cells = RawArray("i", [1, 2])
    a = Process(target=copy, args=(cells, 0, 1))
    b = Process(target=copy, args=(cells, 1, 0))
    a.start()
    b.start()
    a.join()
    b.join()
    print(list(cells))
