# Between the read and the write there is no call and no backward jump: CPython 3.11 hands the GIL over nowhere in between, and no update
# is lost. Where it may be handed over at every bytecode, of R W R' W', R the read and W the write of one thread, 4 of the 6 orders have
# both reads before a write: one update is lost.
# outcome: ok "2\n"
# every bytecode: ok "1\n"
from threading import Thread

count = 0


def work():
    global count
    count += 1


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count)
