import multiprocessing
import threading
import time

color = "white"
later = None


def child(word):
    print("child", word, color, flush=True)


if __name__ == "__main__":
    color = "red"
    only_here = 5
    threading.Thread(target=time.sleep, args=(0.2,), daemon=True).start()
    process = multiprocessing.Process(target=child, args=("hello",))
    process.start()
    process.join()
