"""repr() of texts, str() of values, wrong calls."""


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: (repr('a\'b'), repr("a'b\"c"), repr('\n\t\\\x00\x7f\xa0é\u200b\U0001f600'), ascii('é한\U0001f600')))
# expect: ('"a\'b"', '\'a\\\'b"c\'', "'\\n\\t\\\\\\x00\\x7f\\xa0é\\u200b😀'", "'\\xe9\\ud55c\\U0001f600'")
show(lambda: (str(), str(1), str(None), str(b'a'), str(b'abc', 'utf-8'), str(b'\xff', 'latin-1'), str(object=5), str(b'\xff', errors='ignore')))
# expect: ('', '1', 'None', "b'a'", 'abc', 'ÿ', '5', '')
show(lambda: str(1, 'utf-8'))  # expect: TypeError: decoding to str: need a bytes-like object, int found
show(lambda: str('a', 'utf-8'))  # expect: TypeError: decoding str is not supported
show(lambda: str(b'\xff', 'utf-8'))
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
show(lambda: 'x'.foo)  # expect: AttributeError: 'str' object has no attribute 'foo'
show(lambda: 'x'.upper(1))  # expect: TypeError: str.upper() takes no arguments (1 given)
show(lambda: 'x'.join())  # expect: TypeError: str.join() takes exactly one argument (0 given)
show(lambda: 'x'.find())  # expect: TypeError: find() takes at least 1 argument (0 given)
show(lambda: ('abc'.__len__(), 'abc'.__contains__('a'), 'abc'.__add__('d'), 'abc'.__getitem__(0), 'abc'.__eq__('abc'), 'abc'.__hash__() == hash('abc'), 'abc'.__str__(), 'abc'.__repr__(), 'abc'.__mul__(2), 'a'.__lt__('b'), 'abc'.__format__('>5'), list('ab'.__iter__())))
# expect: (3, True, 'abcd', 'a', True, True, 'abc', "'abc'", 'abcabc', True, '  abc', ['a', 'b'])
show(lambda: (str.upper('abc'), str.join(',', ['a']), str.__len__('ab'), 'a'.__class__, str.__name__))
# expect: ('ABC', 'a', 2, <class 'str'>, 'str')
show(lambda: str.upper(1))  # expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
show(lambda: str.upper())  # expect: TypeError: unbound method str.upper() needs an argument
show(lambda: 'abc'.__add__(1))  # expect: TypeError: can only concatenate str (not "int") to str
show(lambda: (chr(97), chr(0x1f600), ord('a'), ord('한'), ord(b'a')))  # expect: ('a', '😀', 97, 54620, 97)
show(lambda: chr(-1))  # expect: ValueError: chr() arg not in range(0x110000)
show(lambda: chr('a'))  # expect: TypeError: 'str' object cannot be interpreted as an integer
show(lambda: ord('ab'))  # expect: TypeError: ord() expected a character, but string of length 2 found
show(lambda: ord(1))  # expect: TypeError: ord() expected string of length 1, but int found
show(lambda: ord(b'ab'))  # expect: TypeError: ord() expected a character, but string of length 2 found
