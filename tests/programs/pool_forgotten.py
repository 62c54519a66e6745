# shows: 1.7
# A pool that nobody closes is terminated when the program ends, without a word.
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(square, range(3)))  # expect: [0, 1, 4]
