import multiprocessing


def child():
    print("ran", flush=True)


process = multiprocessing.Process(target=child)
process.start()
process.join()
