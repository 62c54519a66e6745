# The encodings that write escapes, those with four bytes a character, and cp1252; numbers with a precision behind their prefix.
def tell(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


texts = ("plain", "h\xe9llo", "\ud55c\uae00", "tab\tquote'\"\\\r\n\0", "\U0001f600", "\x80\xff\x7f", "\ud800", "\u20ac\u2018", "")
for encoding in ("unicode_escape", "raw_unicode_escape", "utf-32", "utf-32-be", "cp1252", "utf-16"):
    for text in texts:
        tell(text.encode, encoding)
        tell(text.encode, encoding, "replace")
        tell(lambda: text.encode(encoding, "ignore").decode(encoding) == text)
for data in (rb"\n\x41\u1234\U0001f600\101\N{DEGREE SIGN}", rb"\x4", rb"\u12g", b"\\", rb"\U0011ffff", rb"\N{no such}", b"\xe9", b"a\\\nb",
             rb"\\u1234", rb"\N", rb"\N{", rb"\u12\u0041", b"end\\"):
    for encoding in ("unicode_escape", "raw_unicode_escape"):
        for errors in ("strict", "replace", "ignore"):
            tell(data.decode, encoding, errors)
for data in (b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"a\0\0", b"\0\xd8\0\0", b"\0\0\x11\0"):
    tell(data.decode, "utf-32")
    tell(data.decode, "utf-32-be", "replace")
for data in (b"\x93hi\x94\x80", b"\x81"):
    tell(data.decode, "cp1252")
tell("\ud800".encode, "utf-16", "surrogatepass")
tell(b"a".decode, "utf-16")
for form in ("%#.5x", "%#.4o", "%#10.5X|", "%-#10.5x|", "%#010.5x", "%+#.3x", "%.5d"):
    print(*[form % number for number in (255, -255, 0, 10 ** 20)])
# expect: b'plain'
# expect: b'plain'
# expect: True
# expect: b'h\\xe9llo'
# expect: b'h\\xe9llo'
# expect: True
# expect: b'\\ud55c\\uae00'
# expect: b'\\ud55c\\uae00'
# expect: True
# expect: b'tab\\tquote\'"\\\\\\r\\n\\x00'
# expect: b'tab\\tquote\'"\\\\\\r\\n\\x00'
# expect: True
# expect: b'\\U0001f600'
# expect: b'\\U0001f600'
# expect: True
# expect: b'\\x80\\xff\\x7f'
# expect: b'\\x80\\xff\\x7f'
# expect: True
# expect: b'\\ud800'
# expect: b'\\ud800'
# expect: True
# expect: b'\\u20ac\\u2018'
# expect: b'\\u20ac\\u2018'
# expect: True
# expect: b''
# expect: b''
# expect: True
# expect: b'plain'
# expect: b'plain'
# expect: True
# expect: b'h\xe9llo'
# expect: b'h\xe9llo'
# expect: True
# expect: b'\\ud55c\\uae00'
# expect: b'\\ud55c\\uae00'
# expect: True
# expect: b'tab\tquote\'"\\\r\n\x00'
# expect: b'tab\tquote\'"\\\r\n\x00'
# expect: True
# expect: b'\\U0001f600'
# expect: b'\\U0001f600'
# expect: True
# expect: b'\x80\xff\x7f'
# expect: b'\x80\xff\x7f'
# expect: True
# expect: b'\\ud800'
# expect: b'\\ud800'
# expect: True
# expect: b'\\u20ac\\u2018'
# expect: b'\\u20ac\\u2018'
# expect: True
# expect: b''
# expect: b''
# expect: True
# expect: b'\xff\xfe\x00\x00p\x00\x00\x00l\x00\x00\x00a\x00\x00\x00i\x00\x00\x00n\x00\x00\x00'
# expect: b'\xff\xfe\x00\x00p\x00\x00\x00l\x00\x00\x00a\x00\x00\x00i\x00\x00\x00n\x00\x00\x00'
# expect: True
# expect: b'\xff\xfe\x00\x00h\x00\x00\x00\xe9\x00\x00\x00l\x00\x00\x00l\x00\x00\x00o\x00\x00\x00'
# expect: b'\xff\xfe\x00\x00h\x00\x00\x00\xe9\x00\x00\x00l\x00\x00\x00l\x00\x00\x00o\x00\x00\x00'
# expect: True
# expect: b'\xff\xfe\x00\x00\\\xd5\x00\x00\x00\xae\x00\x00'
# expect: b'\xff\xfe\x00\x00\\\xd5\x00\x00\x00\xae\x00\x00'
# expect: True
# expect: b'\xff\xfe\x00\x00t\x00\x00\x00a\x00\x00\x00b\x00\x00\x00\t\x00\x00\x00q\x00\x00\x00u\x00\x00\x00o\x00\x00\x00t\x00\x00\x00e\x00\x00\x00\'\x00\x00\x00"\x00\x00\x00\\\x00\x00\x00\r\x00\x00\x00\n\x00\x00\x00\x00\x00\x00\x00'
# expect: b'\xff\xfe\x00\x00t\x00\x00\x00a\x00\x00\x00b\x00\x00\x00\t\x00\x00\x00q\x00\x00\x00u\x00\x00\x00o\x00\x00\x00t\x00\x00\x00e\x00\x00\x00\'\x00\x00\x00"\x00\x00\x00\\\x00\x00\x00\r\x00\x00\x00\n\x00\x00\x00\x00\x00\x00\x00'
# expect: True
# expect: b'\xff\xfe\x00\x00\x00\xf6\x01\x00'
# expect: b'\xff\xfe\x00\x00\x00\xf6\x01\x00'
# expect: True
# expect: b'\xff\xfe\x00\x00\x80\x00\x00\x00\xff\x00\x00\x00\x7f\x00\x00\x00'
# expect: b'\xff\xfe\x00\x00\x80\x00\x00\x00\xff\x00\x00\x00\x7f\x00\x00\x00'
# expect: True
# expect: UnicodeEncodeError "'utf-32' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
# expect: b'\xff\xfe\x00\x00?\x00\x00\x00'
# expect: False
# expect: b'\xff\xfe\x00\x00\xac \x00\x00\x18 \x00\x00'
# expect: b'\xff\xfe\x00\x00\xac \x00\x00\x18 \x00\x00'
# expect: True
# expect: b'\xff\xfe\x00\x00'
# expect: b'\xff\xfe\x00\x00'
# expect: True
# expect: b'\x00\x00\x00p\x00\x00\x00l\x00\x00\x00a\x00\x00\x00i\x00\x00\x00n'
# expect: b'\x00\x00\x00p\x00\x00\x00l\x00\x00\x00a\x00\x00\x00i\x00\x00\x00n'
# expect: True
# expect: b'\x00\x00\x00h\x00\x00\x00\xe9\x00\x00\x00l\x00\x00\x00l\x00\x00\x00o'
# expect: b'\x00\x00\x00h\x00\x00\x00\xe9\x00\x00\x00l\x00\x00\x00l\x00\x00\x00o'
# expect: True
# expect: b'\x00\x00\xd5\\\x00\x00\xae\x00'
# expect: b'\x00\x00\xd5\\\x00\x00\xae\x00'
# expect: True
# expect: b'\x00\x00\x00t\x00\x00\x00a\x00\x00\x00b\x00\x00\x00\t\x00\x00\x00q\x00\x00\x00u\x00\x00\x00o\x00\x00\x00t\x00\x00\x00e\x00\x00\x00\'\x00\x00\x00"\x00\x00\x00\\\x00\x00\x00\r\x00\x00\x00\n\x00\x00\x00\x00'
# expect: b'\x00\x00\x00t\x00\x00\x00a\x00\x00\x00b\x00\x00\x00\t\x00\x00\x00q\x00\x00\x00u\x00\x00\x00o\x00\x00\x00t\x00\x00\x00e\x00\x00\x00\'\x00\x00\x00"\x00\x00\x00\\\x00\x00\x00\r\x00\x00\x00\n\x00\x00\x00\x00'
# expect: True
# expect: b'\x00\x01\xf6\x00'
# expect: b'\x00\x01\xf6\x00'
# expect: True
# expect: b'\x00\x00\x00\x80\x00\x00\x00\xff\x00\x00\x00\x7f'
# expect: b'\x00\x00\x00\x80\x00\x00\x00\xff\x00\x00\x00\x7f'
# expect: True
# expect: UnicodeEncodeError "'utf-32-be' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
# expect: b'\x00\x00\x00?'
# expect: False
# expect: b'\x00\x00 \xac\x00\x00 \x18'
# expect: b'\x00\x00 \xac\x00\x00 \x18'
# expect: True
# expect: b''
# expect: b''
# expect: True
# expect: b'plain'
# expect: b'plain'
# expect: True
# expect: b'h\xe9llo'
# expect: b'h\xe9llo'
# expect: True
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>"
# expect: b'??'
# expect: False
# expect: b'tab\tquote\'"\\\r\n\x00'
# expect: b'tab\tquote\'"\\\r\n\x00'
# expect: True
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\U0001f600' in position 0: character maps to <undefined>"
# expect: b'?'
# expect: False
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x80' in position 0: character maps to <undefined>"
# expect: b'?\xff\x7f'
# expect: False
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\ud800' in position 0: character maps to <undefined>"
# expect: b'?'
# expect: False
# expect: b'\x80\x91'
# expect: b'\x80\x91'
# expect: True
# expect: b''
# expect: b''
# expect: True
# expect: b'\xff\xfep\x00l\x00a\x00i\x00n\x00'
# expect: b'\xff\xfep\x00l\x00a\x00i\x00n\x00'
# expect: True
# expect: b'\xff\xfeh\x00\xe9\x00l\x00l\x00o\x00'
# expect: b'\xff\xfeh\x00\xe9\x00l\x00l\x00o\x00'
# expect: True
# expect: b'\xff\xfe\\\xd5\x00\xae'
# expect: b'\xff\xfe\\\xd5\x00\xae'
# expect: True
# expect: b'\xff\xfet\x00a\x00b\x00\t\x00q\x00u\x00o\x00t\x00e\x00\'\x00"\x00\\\x00\r\x00\n\x00\x00\x00'
# expect: b'\xff\xfet\x00a\x00b\x00\t\x00q\x00u\x00o\x00t\x00e\x00\'\x00"\x00\\\x00\r\x00\n\x00\x00\x00'
# expect: True
# expect: b'\xff\xfe=\xd8\x00\xde'
# expect: b'\xff\xfe=\xd8\x00\xde'
# expect: True
# expect: b'\xff\xfe\x80\x00\xff\x00\x7f\x00'
# expect: b'\xff\xfe\x80\x00\xff\x00\x7f\x00'
# expect: True
# expect: UnicodeEncodeError "'utf-16' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
# expect: b'\xff\xfe?\x00'
# expect: False
# expect: b'\xff\xfe\xac \x18 '
# expect: b'\xff\xfe\xac \x18 '
# expect: True
# expect: b'\xff\xfe'
# expect: b'\xff\xfe'
# expect: True
# expect: '\nA\u1234\U0001f600A\xb0'
# expect: '\nA\u1234\U0001f600A\xb0'
# expect: '\nA\u1234\U0001f600A\xb0'
# expect: '\\n\\x41\u1234\U0001f600\\101\\N{DEGREE SIGN}'
# expect: '\\n\\x41\u1234\U0001f600\\101\\N{DEGREE SIGN}'
# expect: '\\n\\x41\u1234\U0001f600\\101\\N{DEGREE SIGN}'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"
# expect: '\ufffd'
# expect: ''
# expect: '\\x4'
# expect: '\\x4'
# expect: '\\x4'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
# expect: '\ufffdg'
# expect: 'g'
# expect: UnicodeDecodeError "'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
# expect: '\ufffdg'
# expect: 'g'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode byte 0x5c in position 0: \\ at end of string"
# expect: '\ufffd'
# expect: ''
# expect: '\\'
# expect: '\\'
# expect: '\\'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"
# expect: '\ufffd'
# expect: ''
# expect: UnicodeDecodeError "'rawunicodeescape' codec can't decode bytes in position 0-9: \\Uxxxxxxxx out of range"
# expect: '\ufffd'
# expect: ''
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name"
# expect: '\ufffd'
# expect: ''
# expect: '\\N{no such}'
# expect: '\\N{no such}'
# expect: '\\N{no such}'
# expect: '\xe9'
# expect: '\xe9'
# expect: '\xe9'
# expect: '\xe9'
# expect: '\xe9'
# expect: '\xe9'
# expect: 'ab'
# expect: 'ab'
# expect: 'ab'
# expect: 'a\\\nb'
# expect: 'a\\\nb'
# expect: 'a\\\nb'
# expect: '\\u1234'
# expect: '\\u1234'
# expect: '\\u1234'
# expect: '\\\\u1234'
# expect: '\\\\u1234'
# expect: '\\\\u1234'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape"
# expect: '\ufffd'
# expect: ''
# expect: '\\N'
# expect: '\\N'
# expect: '\\N'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-2: malformed \\N character escape"
# expect: '\ufffd'
# expect: ''
# expect: '\\N{'
# expect: '\\N{'
# expect: '\\N{'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
# expect: '\ufffdA'
# expect: 'A'
# expect: UnicodeDecodeError "'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
# expect: '\ufffdA'
# expect: 'A'
# expect: UnicodeDecodeError "'unicodeescape' codec can't decode byte 0x5c in position 3: \\ at end of string"
# expect: 'end\ufffd'
# expect: 'end'
# expect: 'end\\'
# expect: 'end\\'
# expect: 'end\\'
# expect: 'a'
# expect: '\ufffd\ufffd'
# expect: 'a'
# expect: '\ufeffa'
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-2: truncated data"
# expect: '\ufffd'
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)"
# expect: '\ufffd'
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)"
# expect: '\u1100'
# expect: '\u201chi\u201d\u20ac'
# expect: UnicodeDecodeError "'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>"
# expect: b'\xff\xfe\x00\xd8'
# expect: UnicodeDecodeError "'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data"
# expect: 0x000ff -0x000ff 0x00000 0x56bc75e2d63100000
# expect: 0o0377 -0o0377 0o0000 0o12657072742654304000000
# expect:    0X000FF|   -0X000FF|    0X00000| 0X56BC75E2D63100000|
# expect: 0x000ff   | -0x000ff  | 0x00000   | 0x56bc75e2d63100000|
# expect: 0x000000ff -0x00000ff 0x00000000 0x56bc75e2d63100000
# expect: +0x0ff -0x0ff +0x000 +0x56bc75e2d63100000
# expect: 00255 -00255 00000 100000000000000000000
