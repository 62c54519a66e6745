import time


def solutions(size, row, columns, rising, falling):
    if row == size:
        return 1
    found = 0
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        found += solutions(size, row + 1, columns, rising, falling)
        columns.remove(column)
        rising.remove(row + column)
        falling.remove(row - column)
    return found


begin = time.perf_counter()
result = solutions(10, 0, set(), set(), set())
print(time.perf_counter() - begin, result)
