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
count(1000000)
print(1 / (time.perf_counter() - begin))
