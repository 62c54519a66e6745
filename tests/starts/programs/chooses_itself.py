import multiprocessing


def child():
    print("ran", flush=True)


if __name__ == "__main__":
    for method in ("fork", "fork", "spawn"):
        process = multiprocessing.get_context(method).Process(target=child)
        process.start()
        process.join()
