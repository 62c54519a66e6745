# As with a global variable: what is in an object that both threads have is read and written by two bytecodes.
# outcome: ok "2\n"
# every bytecode: ok "1\n"
from threading import Thread


class Box:
    def __init__(self):
        self.count = 0


def work(box):
    box.count += 1


if __name__ == "__main__":
    box = Box()
    threads = [Thread(target=work, args=(box,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(box.count)
