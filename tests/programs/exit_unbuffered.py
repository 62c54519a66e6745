# os._exit() loses what print() has buffered; with PYTHONUNBUFFERED there is no buffer.
import multiprocessing
import os


def child(number):
    print("child", number)
    os._exit(0)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for number, value in enumerate(["", "1"]):
        os.environ["PYTHONUNBUFFERED"] = value
        process = context.Process(target=child, args=(number,))
        process.start()
        process.join()
        print("ended", process.exitcode, flush=True)
# expect: ended 0
# expect: child 1
# expect: ended 0
