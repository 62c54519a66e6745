# stands for: TestInitializers.test_pool_initializer
import os
from multiprocessing import Pool, Value


def count(number, text):
    global greeting
    greeting = text
    with number.get_lock():
        number.value += 1


def greet(name):
    return f"{greeting} {name}"


if __name__ == "__main__":
    starts = Value("i", 0)
    with Pool(2, initializer=count, initargs=(starts, "hello")) as pool:
        print(pool.map(greet, ["a", "b"]))  # expect: ['hello a', 'hello b']
        pool.close()
        pool.join()
    print(starts.value)  # expect: 2
    try:
        Pool(1, initializer="no")
    except TypeError as error:
        print(error)  # expect: initializer must be a callable
