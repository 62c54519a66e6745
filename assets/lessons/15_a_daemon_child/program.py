import multiprocessing
import time


def work(q):
    try:
        multiprocessing.Process(target=print).start()
    except AssertionError as error:
        print("refused:", error)
    try:
        q.put("ready")
        time.sleep(60)
    finally:
        print("finally cleans up")


if __name__ == "__main__":
    q = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=work, args=(q,), daemon=True)
    process.start()
    print(q.get())
    print("daemon:", process.daemon, "alive:", process.is_alive())
    print("the program ends, and takes its daemon with it")
