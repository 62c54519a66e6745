"""hash() of numbers and tuples, bin, oct, hex."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (hash(1), hash(-1), hash(-2), hash(True), hash(1.0), hash(0.5), hash(2**61-1), hash(2**61), hash(10**20), hash(-10**20), hash(float('inf')), hash(float('-inf')), hash(1.5), hash(-1.0), hash(-1.5), hash(0), hash(False), hash(None) == hash(None), hash(1e300)))
# expect: (1, -2, -2, 1, 1, 1152921504606846976, 0, 1, 848750603811160107, -848750603811160107, 314159, -314159, 1152921504606846977, -2, -1152921504606846977, 0, 0, True, 1224995262755759164)
show(lambda: (bin(5), bin(-5), oct(8), hex(255), hex(-255), bin(True), hex(10**20)))
# expect: ('0b101', '-0b101', '0o10', '0xff', '-0xff', '0b1', '0x56bc75e2d63100000')
show(lambda: bin('a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: hex(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
