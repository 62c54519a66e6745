# Two children print one line each, and a line is one write: either first. Main is last: it has joined both.
# outcome: ok "a\nb\nmain\n"
# outcome: ok "b\na\nmain\n"
from multiprocessing import Process


def say(word):
    print(word, flush=True)


if __name__ == "__main__":
    a = Process(target=say, args=("a",))
    b = Process(target=say, args=("b",))
    a.start()
    b.start()
    a.join()
    b.join()
    print("main")
