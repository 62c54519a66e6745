# The item is read, 1 is added, the item is written: three bytecodes in CPython, and nothing in between where 3.11 hands the GIL over.
# Where it may be handed over at every bytecode, both may read 0.
# outcome: ok "2\n"
# every bytecode: ok "1\n"
from threading import Thread

counts = {"n": 0}


def work():
    counts["n"] += 1


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(counts["n"])
