# time: fields of moments that no calendar has, and numbers that do not fit.
import time

GOOD = (2020, 1, 1, 0, 0, 0, 0, 1, 0)


def attempt(text, function):
    try:
        print(text, function())
    except (OverflowError, ValueError) as error:
        print(text, type(error).__name__ + ":", error)


for at, wrong in ((0, 2**31 - 1), (0, -2**31), (0, 2**31), (1, 0), (1, 13), (2, 0), (2, 32), (3, 24), (4, -1), (5, 61), (5, 62), (6, 9),
                  (6, -1), (6, -2), (7, 0), (7, 367), (8, -5), (8, -2**31 - 1)):
    fields = list(GOOD)
    fields[at] = wrong
    attempt(wrong, lambda: time.strftime("%Y-%m-%d %H:%M:%S %a %j", tuple(fields)))
print(time.asctime((2020, 0, 0, 0, 0, 0, 0, 0, 0)))
attempt("asctime", lambda: time.asctime((2020, 1, 40, 0, 0, 0, 0, 1, 0)))
print(time.mktime((2020, 1, 33, 0, 0, 0, 9, 1, 0)) - time.mktime((2020, 2, 2, 0, 0, 0, 0, 1, 0)))
attempt("mktime", lambda: time.mktime((2020, 1, 1, 0, 0, 2**31, 0, 1, 0)))
# expect: 2147483647 2147483647-01-01 00:00:00 Mon 001
# expect: -2147483648 OverflowError: year out of range
# expect: 2147483648 OverflowError: signed integer is greater than maximum
# expect: 0 2020-01-01 00:00:00 Mon 001
# expect: 13 ValueError: month out of range
# expect: 0 2020-01-01 00:00:00 Mon 001
# expect: 32 ValueError: day of month out of range
# expect: 24 ValueError: hour out of range
# expect: -1 ValueError: minute out of range
# expect: 61 2020-01-01 00:00:61 Mon 001
# expect: 62 ValueError: seconds out of range
# expect: 9 2020-01-01 00:00:00 Wed 001
# expect: -1 2020-01-01 00:00:00 Sun 001
# expect: -2 ValueError: day of week out of range
# expect: 0 2020-01-01 00:00:00 Mon 001
# expect: 367 ValueError: day of year out of range
# expect: -5 2020-01-01 00:00:00 Mon 001
# expect: -2147483649 OverflowError: signed integer is less than minimum
# expect: Mon Jan  1 00:00:00 2020
# expect: asctime ValueError: day of month out of range
# expect: 0.0
# expect: mktime OverflowError: signed integer is greater than maximum
