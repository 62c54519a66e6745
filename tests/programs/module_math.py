import math
from math import sqrt, pi

print(sqrt(2), pi, math.floor(-1.5), math.ceil(1.2), math.factorial(20))  # expect: 1.4142135623730951 3.141592653589793 -2 2 2432902008176640000
print(math.gcd(12, 18), math.isclose(0.1 + 0.2, 0.3), math.log(8, 2), math.hypot(3, 4))  # expect: 6 True 3.0 5.0
print(math.comb(5, 2), math.isqrt(10 ** 20), math.fsum([0.1] * 10), math.inf > 1)  # expect: 10 10000000000 1.0 True
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)  # expect: math domain error
