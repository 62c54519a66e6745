# map() lays the results back in order, whoever computes them and whenever they come.
# After close() the workers end by themselves, with 0.
# outcome: ok "[1, 4]\n"
# may stop at the cap
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(square, [1, 2]))
    pool.close()
    pool.join()
