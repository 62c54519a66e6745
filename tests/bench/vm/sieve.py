import time


def sieve(limit):
    is_prime = [True] * limit
    for number in range(2, limit):
        if is_prime[number]:
            for multiple in range(number * number, limit, number):
                is_prime[multiple] = False
    return len([number for number in range(2, limit) if is_prime[number]])


begin = time.perf_counter()
result = sieve(300000)
print(time.perf_counter() - begin, result)
