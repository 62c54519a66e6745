"""Numbers and texts too large, and cycles."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


a = [1]
a.append(a)
m = {}
m['self'] = m
t = ([],)
t[0].append(t)

show(lambda: (a, m, t))  # expect: ([1, [...]], {'self': {...}}, ([(...)],))
show(lambda: (str(10 ** 4299)[:5], len(str(10 ** 4299))))  # expect: ('10000', 4300)
show(lambda: str(10 ** 4300))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
show(lambda: repr(-10 ** 5000))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
show(lambda: f'{10 ** 5000}')
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
show(lambda: '%d' % 10 ** 5000 if False else len('%d' % 10 ** 3))  # expect: 4
show(lambda: int('9' * 4301))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
show(lambda: (int('9' * 4300) > 0, len(hex(10 ** 5000)), int('f' * 5000, 16) > 0))  # expect: (True, 4155, True)
show(lambda: 'x' * 10 ** 15)  # expect: MemoryError: 
show(lambda: [0] * 10 ** 15)  # expect: MemoryError: 
show(lambda: b'x' * 10 ** 15)  # expect: MemoryError: 
show(lambda: (1,) * 10 ** 15)  # expect: MemoryError: 
show(lambda: (range(10 ** 15)[-1], len(range(10 ** 15)), 10 ** 14 in range(10 ** 15)))
# expect: (999999999999999, 1000000000000000, True)
show(lambda: bytes(10 ** 15))  # expect: MemoryError: 
show(lambda: 'a'.ljust(10 ** 15))  # expect: MemoryError: 
show(lambda: 'a'.zfill(10 ** 15))  # expect: MemoryError: 
show(lambda: 10 ** 10 ** 10 if False else 'skipped')  # expect: 'skipped'
show(lambda: chr(-1))  # expect: ValueError: chr() arg not in range(0x110000)
show(lambda: chr(0x110000))  # expect: ValueError: chr() arg not in range(0x110000)
show(lambda: [1, 2, 3][10 ** 30])  # expect: IndexError: cannot fit 'int' into an index-sized integer
show(lambda: [1, 2, 3][:10 ** 30])  # expect: [1, 2, 3]
show(lambda: ('abc' * -1, [1] * 0))  # expect: ('', [])
