# Threads of one process hand over the GIL at calls and backward jumps. The call between the read and the write of `count` is such a
# place: both may read 0.
# outcome: ok "1\n"
# outcome: ok "2\n"
# every bytecode: nothing else
from threading import Thread

count = 0


def one_more(number):
    return number + 1


def work():
    global count
    count = one_more(count)


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count)
