# Pickles are byte for byte those of CPython, and what is read back is equal: a few thousand values made by rule.
import pickle

state = 12345


def rand(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Empty:
    pass


def make_text():
    return "".join([chr((97, 48, 0xE9, 0xD55C, 0x1F600)[rand(5)] + rand(9)) for _ in range(2 + rand(40))])


def make(depth):
    kind = rand(16 if depth > 0 else 9)
    if kind == 0:
        return None
    if kind == 1:
        return rand(2) == 1
    if kind == 2:
        return rand(300)
    if kind == 3:
        return rand(30000) * 3 - 20000
    if kind == 4:
        return (rand(30000) - 15000) * 7 ** rand(60)
    if kind == 5:
        return (rand(30000) - 15000) / (rand(1000) + 1)
    if kind == 6 or kind == 7:
        return make_text()
    if kind == 8:
        return bytes([rand(256) for _ in range(2 + rand(300))])
    if kind < 12:
        return [make(depth - 1) for _ in range(rand(5))]
    if kind == 12:
        return tuple([make(depth - 1) for _ in range(rand(6))])
    if kind == 13:
        return {make_text(): make(depth - 1) for _ in range(rand(5))}
    if kind == 14:
        return Point(make(depth - 1), make(depth - 1))
    return (rand, Point, ValueError(make_text(), rand(9)), range(rand(9)), {rand(5)}, frozenset([rand(5)]), Empty())


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, Point):
        return same(a.x, b.x) and same(a.y, b.y)
    if isinstance(a, Empty):
        return True
    if isinstance(a, BaseException):
        return a.args == b.args
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    return a == b


def checksum(data, sum=0):
    for byte in data:
        sum = (sum * 31 + byte) % 1000000007
    return sum


sum = 0
different = 0
for number in range(3000):
    value = make(3)
    data = pickle.dumps(value, 4)
    sum = checksum(data, sum)
    if not same(value, pickle.loads(data)):
        different += 1
    if number % 300 == 0:
        print(number, len(data), sum)
print(different)

shared = ["shared text"]
loop = [shared, shared, shared[0]]
loop.append(loop)
knot = ([],)
knot[0].append(knot)
for value in (5, 300, 70000, -1, 2**31, -(2**31) - 1, 127, -129, 32768, 2**63, -(2**63), 2**2000, "red", loop, knot,
              list(range(2001)), [[]] * 3, {n: str(n) + "!" for n in range(1001)}, set(), b"x" * 255, b"x" * 256,
              "y" * 65535, b"z" * 65536, ["a" * 70000, b"b" * 70000, "c" * 30000, "d" * 40000, 7], slice(1, None, 2),
              print, len, int, ValueError, Ellipsis, ..., {"a": 1}, [1], {1: 2, 3: 4}, (1, 2, 3, 4)):
    data = pickle.dumps(value, 4)
    print(len(data), checksum(data), data[:24].hex())
# expect: 0 201 636936515
# expect: 300 836 992276086
# expect: 600 256 185425281
# expect: 900 205 921681817
# expect: 1200 21 932864607
# expect: 1500 29 452046554
# expect: 1800 15 703116265
# expect: 2100 114 422520326
# expect: 2400 4 192976371
# expect: 2700 5 827004843
# expect: 0
# expect: 5 118402128 80044b052e
# expect: 15 94824521 80049504000000000000004d2c012e
# expect: 17 148148887 80049506000000000000004a701101002e
# expect: 17 287554647 80049506000000000000004affffffff2e
# expect: 19 434210425 80049508000000000000008a0500000080002e
# expect: 19 977745385 80049508000000000000008a05ffffff7fff2e
# expect: 5 118405910 80044b7f2e
# expect: 17 169343959 80049506000000000000004a7fffffff2e
# expect: 15 94786174 80049504000000000000004d00802e
# expect: 23 61025550 8004950c000000000000008a090000000000000080002e
# expect: 22 161156068 8004950b000000000000008a0800000000000000802e
# expect: 265 100831231 800495fe000000000000008afb0000000000000000000000
# expect: 18 328751376 80049507000000000000008c03726564942e
# expect: 39 385053423 8004951c000000000000005d94285d948c0b736861726564
# expect: 22 615269581 8004950b000000000000005d9468008594613068012e
# expect: 5767 552476003 8004957c160000000000005d94284b004b014b024b034b04
# expect: 22 228136746 8004950b000000000000005d94285d9468016801652e
# expect: 9663 184828510 800495b4250000000000007d94284b008c023021944b018c
# expect: 5 118471909 80048f942e
# expect: 270 367856783 800495030100000000000043ff7878787878787878787878
# expect: 274 303210365 800495070100000000000042000100007878787878787878
# expect: 65553 78969144 800495060001000000000058ffff00007979797979797979
# expect: 65545 791488888 800442000001007a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a
# expect: 210051 380030588 80045d942858701101006161616161616161616161616161
# expect: 42 695992443 8004951f000000000000008c086275696c74696e73948c05
# expect: 33 269377386 80049516000000000000008c086275696c74696e73948c05
# expect: 31 24964714 80049514000000000000008c086275696c74696e73948c03
# expect: 31 625657177 80049514000000000000008c086275696c74696e73948c03
# expect: 38 330284949 8004951b000000000000008c086275696c74696e73948c0a
# expect: 36 919768174 80049519000000000000008c086275696c74696e73948c08
# expect: 36 919768174 80049519000000000000008c086275696c74696e73948c08
# expect: 21 788176948 8004950a000000000000007d948c0161944b01732e
# expect: 17 727080397 80049506000000000000005d944b01612e
# expect: 24 656463079 8004950d000000000000007d94284b014b024b034b04752e
# expect: 23 398234837 8004950c00000000000000284b014b024b034b0474942e
