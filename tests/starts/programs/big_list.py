import multiprocessing

big = [0] * 2_000_000


def child():
    for index in range(len(big)):
        big[index] = index


if __name__ == "__main__":
    process = multiprocessing.Process(target=child)
    process.start()
    process.join()
