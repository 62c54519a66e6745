# imap_unordered() gives results as they come; two workers may be done in either order.
# outcome: ok "[1, 4]\n"
# outcome: ok "[4, 1]\n"
# may stop at the cap
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    with Pool(2) as pool:
        print(list(pool.imap_unordered(square, [1, 2])))
