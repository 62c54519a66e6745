# The same circle as between processes: each thread has the lock that the other wants.
# outcome: ok "done\n"
# outcome: stuck ""
# every bytecode: nothing else
from threading import Lock, Thread


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    one = Thread(target=work, args=(a, b))
    other = Thread(target=work, args=(b, a))
    one.start()
    other.start()
    one.join()
    other.join()
    print("done")
