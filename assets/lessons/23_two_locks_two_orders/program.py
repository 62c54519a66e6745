from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a = Lock()
    b = Lock()
    one = Process(target=work, args=(a, b))
    other = Process(target=work, args=(b, a))
    one.start()
    other.start()
    one.join()
    other.join()
    print("both are done")
