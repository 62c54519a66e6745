import time


def sum_of_squares(limit):
    return sum(number * number for number in range(limit)) + sum([number ** 2 for number in range(limit // 2)])


begin = time.perf_counter()
result = sum_of_squares(400000)
print(time.perf_counter() - begin, result)
