import multiprocessing

multiprocessing.set_start_method("spawn", force=True)


def double(number):
    return 2 * number


pool = multiprocessing.Pool(2)
print(pool.map(double, [1, 2, 3]))
