# expect: b'42 spam 3.50' b'  ab|ab  |0x1f'
# expect: b'one=1' b'A\xff' b"'\\xe9'" b'100%'
# expect: bytearray(b'x=b')
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during bytes formatting
# expect: OverflowError %c arg not in range(256)
print(b"%d %s %.2f" % (42, b"spam", 3.5), b"%4s|%-4s|%#x" % (b"ab", bytearray(b"ab"), 31))
print(b"%(k)s=%(v)d" % {b"k": b"one", b"v": 1}, b"%c%c" % (65, b"\xff"), b"%a" % "é", b"%d%%" % 100)
print(bytearray(b"x=%s") % b"b")
for wrong in (lambda: b"%s" % "a", lambda: b"%d %d" % 1, lambda: b"%d" % (1, 2), lambda: b"%c" % 256):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
