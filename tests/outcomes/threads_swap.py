# Reads b, reads a, writes a, writes b. One thread after the other swaps twice: 1 2. If both read before either writes, both do the
# same: 2 1. If one reads a after the other has written it, but b before, it makes both 2. If a is 1 in the end, the last to write a
# has read b = 1, which is the other's last step: one came after the other, and b is 2.
# outcome: ok "1 2\n"
# every bytecode: ok "2 1\n"
# every bytecode: ok "2 2\n"
from threading import Thread

a, b = 1, 2


def work():
    global a, b
    a, b = b, a


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(a, b)
