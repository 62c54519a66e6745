# A semaphore lets two of five work at a time.
# arguments: --start-method spawn
import time
from multiprocessing import Process, Semaphore, Value


def work(semaphore, inside, most):
    with semaphore:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        time.sleep(0.02)
        with inside.get_lock():
            inside.value -= 1


if __name__ == "__main__":
    semaphore, inside, most = Semaphore(2), Value("i", 0), Value("i", 0)
    processes = [Process(target=work, args=(semaphore, inside, most)) for _ in range(5)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(most.value <= 2, inside.value, semaphore.get_value())
# expect: True 0 2
