"""sys: how deep calls may go, how long a number may be, how large objects are."""
import sys
import threading


def depth(count):
    return 0 if count == 0 else 1 + depth(count - 1)


print(sys.getrecursionlimit())  # expect: 1000
try:
    depth(2000)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit(), depth(4000))  # expect: 5000 4000
results = []
thread = threading.Thread(target=lambda: results.append(depth(3000)))
thread.start()
thread.join()
print(results)  # expect: [3000]
sys.setrecursionlimit(300)
try:
    depth(400)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
for wrong in (0, -5):
    try:
        sys.setrecursionlimit(wrong)
    except ValueError as error:
        print(error)  # expect: recursion limit must be greater or equal than 1
# expect: recursion limit must be greater or equal than 1
try:
    sys.setrecursionlimit("many")
except TypeError as error:
    print(error)  # expect: 'str' object cannot be interpreted as an integer

try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
sys.set_int_max_str_digits(6000)
print(sys.get_int_max_str_digits(), len(str(10 ** 5000)), len(str(int("7" * 5000))))  # expect: 6000 5001 5000
sys.set_int_max_str_digits(0)
print(len(str(10 ** 10000)))  # expect: 10001
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)  # expect: maxdigits must be 0 or larger than 640


class Sized:
    def __sizeof__(self):
        return 5


class Slotted:
    __slots__ = ("x", "y")


print([sys.getsizeof(value) for value in (1, 2 ** 30, 2 ** 100, True, None, 1.5, 1j, "", "abc", "é", "€", b"abc", (), (1, 2))])
# expect: [28, 32, 40, 28, 16, 24, 32, 49, 52, 74, 76, 36, 40, 56]
print([sys.getsizeof(value) for value in ([], [1, 2], [1, 2, 3], [i for i in range(10000)], set(), set(range(5)), {}, {"a": 1}, {1: 1})])
# expect: [56, 72, 88, 85176, 216, 728, 64, 184, 224]
print(sys.getsizeof({i: i for i in range(100)}), sys.getsizeof(range(10 ** 9)), sys.getsizeof(number for number in range(10)))
# expect: 4688 48 200
print(sys.getsizeof(Slotted()), sys.getsizeof(object()), (5).__sizeof__(), [].__sizeof__())  # expect: 48 16 28 40
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit)  # expect: 1.7976931348623157e+308 2.220446049250313e-16 30

for interval in (0.5, 2, 1e10):
    sys.setswitchinterval(interval)
    print(sys.getswitchinterval())  # expect: 0.5
# expect: 2.0
# expect: 10000000000.0
# Who waits for the GIL waits until the other lets it go by itself.
worker = threading.Thread(target=lambda: results.append(sum(range(10000))))
worker.start()
worker.join()
print(results[-1])  # expect: 49995000
for wrong in (0, -1, "often"):
    try:
        sys.setswitchinterval(wrong)
    except (TypeError, ValueError) as error:
        print(error)
# expect: switch interval must be strictly positive
# expect: switch interval must be strictly positive
# expect: must be real number, not str
