# The count is read, + calls __add__, the count is written: nothing here is written as a call, yet where a function begins the other thread
# may take its place. The same behind sorted(), a call like any other: both may read 0, in both.
# outcome: ok "1 1\n"
# outcome: ok "1 2\n"
# outcome: ok "2 1\n"
# outcome: ok "2 2\n"
# every bytecode: nothing else
from threading import Thread


class Box:
    def __add__(self, other):
        return self


box = Box()
added = sorted_times = 0


def work():
    global added, sorted_times
    mine = added
    box + 1
    added = mine + 1
    mine = sorted_times
    sorted([2, 1], key=abs)
    sorted_times = mine + 1


if __name__ == "__main__":
    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(added, sorted_times)
