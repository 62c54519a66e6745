from multiprocessing import Process, RawValue

ROUNDS = 1  # knob 1..100000

count = RawValue("i", 0)


def work():
    for _ in range(ROUNDS):
        count.value += 1


if __name__ == "__main__":
    one = Process(target=work)
    other = Process(target=work)
    one.start()
    other.start()
    one.join()
    other.join()
    print("two processes,", ROUNDS, "each:", count.value)
