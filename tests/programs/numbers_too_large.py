# Sizes, positions and times that no machine has: refused as CPython does, or counted right.
import ctypes
import itertools
import os
import time


def attempt(function):
    try:
        print(function())
    except (MemoryError, OSError, OverflowError, ValueError) as error:
        print(type(error).__name__ + ":", error)


attempt(lambda: "a\t".expandtabs(2**62))  # expect: OverflowError: Python int too large to convert to C int
attempt(lambda: b"a\t".expandtabs(-2**40))  # expect: OverflowError: Python int too large to convert to C int
attempt(lambda: ["a\tb".expandtabs(3), b"a\tb".expandtabs(-5)])  # expect: ['a  b', b'ab']
attempt(lambda: list(enumerate("ab", 2**62 - 1)))  # expect: [(4611686018427387903, 'a'), (4611686018427387904, 'b')]
attempt(lambda: list(enumerate("ab", 2**63 - 1)))  # expect: [(9223372036854775807, 'a'), (9223372036854775808, 'b')]
attempt(lambda: list(enumerate("ab", -2**70)))  # expect: [(-1180591620717411303424, 'a'), (-1180591620717411303423, 'b')]
attempt(lambda: list(enumerate("ab", True)))  # expect: [(1, 'a'), (2, 'b')]
attempt(lambda: list(itertools.islice("abcdef", 0, 2**62, 2**62)))  # expect: ['a']
attempt(lambda: list(itertools.islice("abcdef", 2**62, 2**61)))  # expect: []
numbers = iter(range(10))
attempt(lambda: [list(itertools.islice(numbers, 1, 6, 3)), next(numbers)])  # expect: [[1, 4], 6]
attempt(lambda: [list(itertools.islice(numbers, 2, 1)), next(numbers)])  # expect: [[], 9]
attempt(lambda: slice(None, None, -2**63).indices(2**62))  # expect: (4611686018427387903, -1, -9223372036854775808)
attempt(lambda: ctypes.c_int * 2**62)  # expect: OverflowError: array too large
attempt(lambda: (ctypes.c_int * 3) * 2**60)  # expect: OverflowError: array too large
attempt(lambda: "%99999999999999999999d" % 5)  # expect: ValueError: width too big
attempt(lambda: "%.99999999999999999999f" % 5)  # expect: ValueError: precision too big
attempt(lambda: "%.*f" % (2**31, 5))  # expect: OverflowError: Python int too large to convert to C int
attempt(lambda: "%*d" % (2**63, 5))  # expect: OverflowError: Python int too large to convert to C ssize_t
attempt(lambda: "%*d|%-5.*f|" % (-4, 5, 2, 1.5))  # expect: 5   |1.50 |
attempt(lambda: format(1.5, ".99999999999f"))  # expect: ValueError: precision too big
attempt(lambda: time.sleep(2**62))  # expect: OverflowError: timestamp too large to convert to C _PyTime_t
attempt(lambda: time.gmtime(2**62))  # expect: OSError: [Errno 75] Value too large for defined data type
attempt(lambda: time.gmtime(67768036191676799).tm_year)  # expect: 2147485547
attempt(lambda: os.close(2**32 + 1))  # expect: OverflowError: Python int too large to convert to C int
attempt(lambda: os.kill(2**40, 0))  # expect: OverflowError: signed integer is greater than maximum
