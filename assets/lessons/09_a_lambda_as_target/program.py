import multiprocessing


def start(method):
    context = multiprocessing.get_context(method)
    process = context.Process(target=lambda: print("hello from a lambda"))
    try:
        process.start()
    except Exception as error:
        print(method, "refuses:", type(error).__name__)
        print("the child's pid:", process.pid)
        return
    process.join()
    print(method, "ran it, exit code", process.exitcode)


if __name__ == "__main__":
    start("fork")
    start("spawn")
