"""Making, indexing and decoding bytes."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (bytes(), bytes(3), bytes([1, 2, 255]), bytes(b'abc'), bytes('é', 'utf-8'), bytes((65, 66)), bytes(range(3))))
# expect: (b'', b'\x00\x00\x00', b'\x01\x02\xff', b'abc', b'\xc3\xa9', b'AB', b'\x00\x01\x02')
show(lambda: bytes([256]))  # expect: ValueError: bytes must be in range(0, 256)
show(lambda: bytes(-1))  # expect: ValueError: negative count
show(lambda: bytes('abc'))  # expect: TypeError: string argument without an encoding
show(lambda: bytes(1.5))  # expect: TypeError: cannot convert 'float' object to bytes
show(lambda: bytes(['a']))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], len(b'abc'), list(b'ab'), 97 in b'abc', b'bc' in b'abc', b'' in b'abc'))
# expect: (97, 99, b'bc', b'cba', 3, [97, 98], True, True, True)
show(lambda: b'abc'[5])  # expect: IndexError: index out of range
show(lambda: 'a' in b'abc')  # expect: TypeError: a bytes-like object is required, not 'str'
show(lambda: (b'a' + b'b', b'ab' * 2, b'a' < b'b', b'a' == 'a', b'a' == b'a', hash(b'a') == hash(b'a')))
# expect: (b'ab', b'abab', True, False, True, True)
show(lambda: b'a' + 'b')  # expect: TypeError: can't concat str to bytes
show(lambda: (b'abc'.decode(), b'\xc3\xa9'.decode('utf-8'), b'\xe9'.decode('latin-1'), b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('ascii', 'ignore'), b'a\xffb'.decode('utf-8', 'backslashreplace'), b'\xef\xbb\xbfa'.decode('utf-8-sig')))
# expect: ('abc', 'é', 'é', 'a�b', 'ab', 'a\\xffb', 'a')
show(lambda: b'\xff'.decode())
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
show(lambda: b'\xc3'.decode())
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
show(lambda: b'a\xe2\x28\xa1'.decode())
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 1: invalid continuation byte
show(lambda: b'\xff'.decode('ascii'))
# expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
show(lambda: b'a'.decode('nope'))  # expect: LookupError: unknown encoding: nope
show(lambda: (repr(b'a\'b"\x00\n\xff\\'), repr(b"a'b"), str(b'x')))
# expect: ('b\'a\\\'b"\\x00\\n\\xff\\\\\'', 'b"a\'b"', "b'x'")
show(lambda: bytes.upper(b'a'))  # expect: b'A'
show(lambda: bytes.upper('a'))
# expect: TypeError: descriptor 'upper' for 'bytes' objects doesn't apply to a 'str' object
show(lambda: b'abc'.foo)  # expect: AttributeError: 'bytes' object has no attribute 'foo'
