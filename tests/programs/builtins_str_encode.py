"""Encodings and what does not fit them."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (len('한글'), len(''), len('\U0001f600')))  # expect: (2, 0, 1)
show(lambda: ('é'.encode(), 'é'.encode('utf-8'), 'é'.encode('latin-1'), 'abc'.encode('ascii'), 'é'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'replace'), 'é'.encode('ascii', 'xmlcharrefreplace'), 'é'.encode('ascii', 'backslashreplace'), 'é'.encode('utf-16-le'), 'é'.encode(errors='strict')))
# expect: (b'\xc3\xa9', b'\xc3\xa9', b'\xe9', b'abc', b'', b'?', b'&#233;', b'\\xe9', b'\xe9\x00', b'\xc3\xa9')
show(lambda: 'é'.encode('ascii'))
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
show(lambda: '한'.encode('latin-1'))
# expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\ud55c' in position 0: ordinal not in range(256)
show(lambda: 'a한글b'.encode('ascii'))
# expect: UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
show(lambda: 'é'.encode('nope'))  # expect: LookupError: unknown encoding: nope
show(lambda: '\ud800'.encode('utf-8'))
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
