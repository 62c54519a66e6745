# shows: T16, checklist 13
# Two chunks fail: the one whose failure arrives first is the map's error, not the first in order.
import time
from multiprocessing import Event, Pool


def share(event):
    global gate
    gate = event


def fail(waits):
    if waits:
        gate.wait()
    raise ValueError(waits)


if __name__ == "__main__":
    has_arrived = Event()
    with Pool(2, share, (has_arrived,)) as pool:
        result = pool.map_async(fail, [True, False], chunksize=1)
        while result._success:
            time.sleep(0.01)
        has_arrived.set()
        try:
            result.get()
        except ValueError as error:
            print(repr(error))  # expect: ValueError(False)
        numbers = pool.imap(int, ["1", "x", "3"])
        taken = []
        while len(taken) < 3:
            try:
                taken.append(next(numbers))
            except ValueError:
                taken.append("failed")
        print(taken, next(numbers, "end"))  # expect: [1, 'failed', 3] end
