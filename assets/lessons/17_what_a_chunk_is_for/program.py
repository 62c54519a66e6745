from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool
import time

TASKS = 24  # knob 1..200
WORKERS = 3  # knob 1..8
CHUNK = 0  # knob 0..50
SECONDS = 0.03  # knob 0.0..0.2
UNEVEN = 0  # knob 0..1
CALL = 0  # knob 0..4
CHUNKS_PER_WORKER = 0  # knob 0..10
INITIALIZER = 0  # knob 0..1
EXECUTOR = 0  # knob 0..1


def prepare():
    time.sleep(3 * SECONDS)


def square(number):
    time.sleep(SECONDS * (1 + UNEVEN * (number % 4)))
    return number * number


def multiply(number, other):
    return square(number) * other


def results_of_pool(pool):
    if CALL == 0:
        return pool.map(square, range(TASKS), CHUNK or None)
    if CALL == 1:
        return pool.imap(square, range(TASKS), CHUNK or 1)
    if CALL == 2:
        return pool.imap_unordered(square, range(TASKS), CHUNK or 1)
    if CALL == 3:
        return pool.starmap(multiply, [(number, 1) for number in range(TASKS)], CHUNK or None)
    waiting = [pool.apply_async(square, (number,)) for number in range(TASKS)]
    return (result.get() for result in waiting)


def main():
    initializer = prepare if INITIALIZER else None
    if EXECUTOR:
        with ProcessPoolExecutor(WORKERS, initializer=initializer) as pool:
            for result in pool.map(square, range(TASKS), chunksize=CHUNK or 1):
                print(result)
    else:
        with Pool(WORKERS, initializer, maxtasksperchild=CHUNKS_PER_WORKER or None) as pool:
            for result in results_of_pool(pool):
                print(result)


if __name__ == "__main__":
    main()
