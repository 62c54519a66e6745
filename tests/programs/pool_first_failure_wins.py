# shows: T16, checklist 13
# Two chunks fail: the one whose failure arrives first is the map's error, not the first in order.
import time
from multiprocessing import Pool


def fail_after(seconds):
    time.sleep(seconds)
    raise ValueError(seconds)


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            pool.map(fail_after, [0.5, 0], chunksize=1)
        except ValueError as error:
            print(repr(error))  # expect: ValueError(0)
        numbers = pool.imap(int, ["1", "x", "3"])
        taken = []
        while len(taken) < 3:
            try:
                taken.append(next(numbers))
            except ValueError:
                taken.append("failed")
        print(taken, next(numbers, "end"))  # expect: [1, 'failed', 3] end
