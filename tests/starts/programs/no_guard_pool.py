import multiprocessing


def double(number):
    return 2 * number


pool = multiprocessing.Pool(2)
print(pool.map(double, [1, 2]), flush=True)
pool.terminate()
