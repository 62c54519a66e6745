import time


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


begin = time.perf_counter()
result = fibonacci(26)
print(time.perf_counter() - begin, result)
