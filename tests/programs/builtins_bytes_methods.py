"""Methods of bytes that give bytes or positions."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (b'Hello'.upper(), b'Hello'.lower(), b'Hello'.swapcase(), b'hello world'.title(), b'hELLO'.capitalize()))
# expect: (b'HELLO', b'hello', b'hELLO', b'Hello World', b'Hello')
show(lambda: (b' x '.strip(), b' x '.lstrip(), b' x '.rstrip(), b'xxaxx'.strip(b'x')))
# expect: (b'x', b'x ', b' x', b'a')
show(lambda: (b'ab'.center(6, b'*'), b'ab'.ljust(4, b'.'), b'ab'.rjust(4), b'42'.zfill(5), b'-42'.zfill(5)))
# expect: (b'**ab**', b'ab..', b'  ab', b'00042', b'-0042')
show(lambda: b'a'.center(5, b'**'))
# expect: TypeError: center() argument 2 must be a byte string of length 1, not bytes
show(lambda: (b'a,b,c'.split(b','), b'a b  c '.split(), b'a,b,c'.split(b',', 1), b'a,b,c'.rsplit(b',', 1), b' a b '.rsplit(None, 1)))
# expect: ([b'a', b'b', b'c'], [b'a', b'b', b'c'], [b'a', b'b,c'], [b'a,b', b'c'], [b' a', b'b'])
show(lambda: (b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b'a-b-c'.partition(b'-'), b'a-b-c'.rpartition(b'-'), b'abc'.partition(b'x')))
# expect: ([b'a', b'b', b'c'], [b'a\n', b'b'], (b'a', b'-', b'b-c'), (b'a-b', b'-', b'c'), (b'abc', b'', b''))
show(lambda: b'a'.split(b''))  # expect: ValueError: empty separator
show(lambda: b'a'.split('x'))  # expect: TypeError: a bytes-like object is required, not 'str'
show(lambda: (b','.join([b'a', b'b']), b''.join([])))  # expect: (b'a,b', b'')
show(lambda: b','.join(['a']))  # expect: TypeError: sequence item 0: expected a bytes-like object, str found
show(lambda: (b'aaa'.replace(b'a', b'b', 2), b'abc'.replace(b'', b'-'), b'abc'.replace(b'b', b'')))
# expect: (b'bba', b'-a-b-c-', b'ac')
show(lambda: (b'hello'.find(b'l'), b'hello'.rfind(b'l'), b'hello'.find(108), b'hello'.count(b'l'), b'hello'.index(b'l'), b'hello'.find(b'z')))
# expect: (2, 3, 2, 2, 2, -1)
show(lambda: b'hello'.index(b'z'))  # expect: ValueError: subsection not found
show(lambda: b'hello'.find('l'))  # expect: TypeError: argument should be integer or bytes-like object, not 'str'
show(lambda: b'hello'.find(300))  # expect: ValueError: byte must be in range(0, 256)
show(lambda: (b'hello'.startswith(b'he'), b'hello'.endswith((b'x', b'lo')), b'hello'.startswith(b'l', 2)))
# expect: (True, True, True)
show(lambda: b'hello'.startswith('h'))
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
show(lambda: (b'abc'.isalpha(), b'123'.isdigit(), b'a1'.isalnum(), b' \t'.isspace(), b'ABC'.isupper(), b'abc'.islower(), b'Ab'.istitle(), b'abc'.isascii(), b'\xff'.isascii()))
# expect: (True, True, True, True, True, True, True, True, False)
show(lambda: (b'abc'.translate(None, b'b'), b'abc'.translate(bytes.maketrans(b'ab', b'xy'))))  # expect: (b'ac', b'xyc')
show(lambda: (b'01\t2'.expandtabs(4), b'TestHook'.removeprefix(b'Test'), b'TestHook'.removesuffix(b'Hook')))
# expect: (b'01  2', b'Hook', b'Test')
show(lambda: (b'abc'.hex(), b'abc'.hex('-'), b'abcd'.hex('_', 2), bytes.fromhex('00 ff 10'), bytes.fromhex('616263')))
# expect: ('616263', '61-62-63', '6162_6364', b'\x00\xff\x10', b'abc')
show(lambda: bytes.fromhex('0'))  # expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
show(lambda: bytes.fromhex('zz'))  # expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
