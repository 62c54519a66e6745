# Ranges are of any size: items, parts, searches and order need no index that fits into a machine word.
def tell(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


big = 10 ** 30
five = range(big, big + 5)
print(five[2] - big, five[-1] - big, len(five), [item - big for item in five[::-2]])
tell(len, range(big))
tell(lambda: range(big)[big - 1])
tell(lambda: range(big)[big])
tell(lambda: range(3)[2 ** 64])
tell(lambda: range(-2 ** 63, 2 ** 63)[2 ** 63])
print(len(range(2 ** 63 - 1)), range(2 ** 63)[2 ** 63 - 1])
print(bool(range(big)), big in five, big + 5 in five, five.index(big + 3), five.count(big), range(big).index(big - 1))
print(range(big)[10:20], range(big)[::10 ** 29], list(range(big)[::10 ** 29])[:3], range(big)[-1:])
print(range(10)[::3], range(10)[::2 ** 64], range(10)[::-2 ** 64], range(10)[2 ** 64:], range(0, 10, 3)[1:5:2])
print([item - big for item in reversed(five)], list(reversed(range(0, 10, 3))), list(reversed(range(0))))
print(type(reversed(range(3))).__name__, next(reversed(range(big))) - big)
print(range(0, big, 7) == range(0, big, 7), range(0) == range(big, big), range(5, 6, 2) == range(5, 6, 9), range(3) == range(4))
print({range(3): "found"}[range(0, 3, 1)], len({range(0), range(2, 2), range(1)}))

for number, digits in ((1234567, -2), (25, -1), (-25, -1), (1.5, 10 ** 30), (1.5, -10 ** 30), (2.5e22, -22), (14999999999999998.0, -16),
                       (1.7e308, -308), (8.9e307, -308), (25.0, -1), (35.0, -1), (25.0000001, -1), (-1e-5, -1)):
    tell(round, number, digits)
for shift in (2 ** 62, 2 ** 64, 2 ** 70, 10 ** 30):
    tell(lambda: 1 << shift)
    print(0 << shift, 1 >> shift, -1 >> shift)
# expect: 2 4 5 [4, 2, 0]
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: 999999999999999999999999999999
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: 0
# expect: 9223372036854775807 9223372036854775807
# expect: True True False 3 1 999999999999999999999999999999
# expect: range(10, 20) range(0, 1000000000000000000000000000000, 100000000000000000000000000000) [0, 100000000000000000000000000000, 200000000000000000000000000000] range(999999999999999999999999999999, 1000000000000000000000000000000)
# expect: range(0, 10, 3) range(0, 10, 18446744073709551616) range(9, -1, -18446744073709551616) range(10, 10) range(3, 12, 6)
# expect: [4, 3, 2, 1, 0] [9, 6, 3, 0] []
# expect: range_iterator -1
# expect: True True True False
# expect: found 2
# expect: 1234600
# expect: 20
# expect: -20
# expect: 1.5
# expect: 0.0
# expect: 2e+22
# expect: 1e+16
# expect: OverflowError rounded value too large to represent
# expect: 1e+308
# expect: 20.0
# expect: 40.0
# expect: 30.0
# expect: -0.0
# expect: MemoryError 
# expect: 0 0 -1
# expect: MemoryError 
# expect: 0 0 -1
# expect: OverflowError too many digits in integer
# expect: 0 0 -1
# expect: OverflowError too many digits in integer
# expect: 0 0 -1
