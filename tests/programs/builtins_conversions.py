print(int("0x1f", 16), int("-12"), int(3.9), float("1e3"), str(True), bool([]))  # expect: 31 -12 3 1000.0 True False
print(hex(255), oct(8), bin(5), chr(44032), ord("가"), ascii("é"))  # expect: 0xff 0o10 0b101 가 44032 '\xe9'
print(list("ab"), tuple([1]), set([1, 1]), dict([("a", 1)]), dict(b=2), bytes([65, 66]))  # expect: ['a', 'b'] (1,) {1} {'a': 1} {'b': 2} b'AB'
print(type(1).__name__, type("").__name__, type(None), type([]) is list)  # expect: int str <class 'NoneType'> True
print("é".encode(), b"\xc3\xa9".decode(), b"ab" + b"c", len(b"abc"))  # expect: b'\xc3\xa9' é b'abc' 3
print(round(-2.5), round(1234, -2), pow(3, 200, 7), sum([0.1] * 3), min(3, 1, 2), max([1, 5], default=0))  # expect: -2 1200 2 0.30000000000000004 1 5
