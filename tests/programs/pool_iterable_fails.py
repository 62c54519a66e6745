# stands for: _TestPool.test_map_handle_iterable_exception, _TestPool.test_imap_handle_iterable_exception
# stands for: _TestPool.test_imap_unordered_handle_iterable_exception
# An iterable that raises: with map in the caller, at once; with imap where the item would have come.
from multiprocessing import Pool


class SayWhenError(ValueError):
    pass


def failing(total, when):
    if when == -1:
        raise SayWhenError("somewhere before")
    for i in range(total):
        if i == when:
            raise SayWhenError("somewhere")
        yield i


def square(x):
    return x * x


def taken_until_error(numbers):
    taken = []
    try:
        for number in numbers:
            taken.append(number)
    except SayWhenError as error:
        return sorted(taken), str(error), error.__cause__
    return taken


if __name__ == "__main__":
    with Pool(2) as pool:
        for when in (-1, 3):
            try:
                pool.map(square, failing(5, when))
            except SayWhenError as error:
                print("map:", error)  # expect: map: somewhere before
                # expect: map: somewhere
        print(taken_until_error(pool.imap(square, failing(10, -1))))  # expect: ([], 'somewhere before', None)
        print(taken_until_error(pool.imap(square, failing(10, 3), 1)))  # expect: ([0, 1, 4], 'somewhere', None)
        print(taken_until_error(pool.imap(square, failing(20, 7), 2)))  # expect: ([0, 1, 4, 9, 16, 25], 'somewhere', None)
        arrived, text, cause = taken_until_error(pool.imap_unordered(square, failing(10, 9)))
        print(set(arrived) <= {x * x for x in range(9)}, text)  # expect: True somewhere
        print(pool.map(square, [3]))  # expect: [9]
