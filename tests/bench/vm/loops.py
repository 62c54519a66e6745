import time


def count(limit):
    total = 0
    number = 0
    while number < limit:
        if number % 3 == 0:
            total = total + number
        number = number + 1
    return total


begin = time.perf_counter()
result = count(600000)
print(time.perf_counter() - begin, result)
