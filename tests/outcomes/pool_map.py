# map() lays the results back in order, whoever computes them and whenever they come.
# outcome: ok "[1, 4]\n"
# may stop at the cap
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, [1, 2]))
