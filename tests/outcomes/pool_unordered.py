# imap_unordered() gives results as they come; two workers may be done in either order.
# After close() the workers end by themselves, with 0.
# outcome: ok "[1, 4]\n"
# outcome: ok "[4, 1]\n"
# may stop at the cap
from multiprocessing import Pool


def square(x):
    return x * x


if __name__ == "__main__":
    pool = Pool(2)
    print(list(pool.imap_unordered(square, [1, 2])))
    pool.close()
    pool.join()
