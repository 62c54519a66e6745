# One takes a then b, the other b then a. If each has taken its first before the other has taken its second, each waits for what
# the other holds: nobody goes on, and main waits in join(). Of the six orders of the four acquires that is the case in the two that begin with
# both first ones. Otherwise one has both, gives them back, and the other follows.
# outcome: ok "done\n"
# outcome: stuck ""
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    one = Process(target=work, args=(a, b))
    other = Process(target=work, args=(b, a))
    one.start()
    other.start()
    one.join()
    other.join()
    print("done")
